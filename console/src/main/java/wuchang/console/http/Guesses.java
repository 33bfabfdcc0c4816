package wuchang.console.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import wuchang.console.access.Throttle;

/** Tries at passwords, counted for the account and for the address they come from. */
final class Guesses {
  private static final int FREE_OF_ACCOUNT = 5;

  /** Many people may come from one address, behind a canteen's router. */
  private static final int FREE_OF_ADDRESS = 30;

  private final Throttle byAccount;
  private final Throttle byAddress;

  Guesses(LongSupplier nanos) {
    byAccount = new Throttle(nanos, FREE_OF_ACCOUNT);
    byAddress = new Throttle(nanos, FREE_OF_ADDRESS);
  }

  /** Counts a try and lets it pass, or says how long to wait. */
  Optional<Duration> admit(String account, String address) {
    Optional<Duration> wait = byAddress.admit(address);
    return wait.isPresent() ? wait : byAccount.admit(account);
  }

  void forget(String account, String address) {
    byAccount.forget(account);
    byAddress.forget(address);
  }
}
