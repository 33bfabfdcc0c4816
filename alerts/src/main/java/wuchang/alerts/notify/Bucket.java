package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import wuchang.domain.Severity;

/**
 * The tokens of one channel. A token comes back a minute after it was taken, so that no minute,
 * wherever it begins, has more messages than are allowed; that is what the providers count. A
 * second more is left for the way there. For one thread.
 */
final class Bucket {
  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final Duration SECOND = Duration.ofMillis(1_100);
  private static final int HALF_HOUR = 30;

  private final Deque<Instant> taken = new ArrayDeque<>();
  private Instant rests = Instant.MIN;

  /** Why a message of that severity may not go now; empty when it may. */
  Optional<WaitReason> holds(Severity severity, Allowance allowance, Instant now) {
    if (rests.isAfter(now)) {
      return Optional.of(WaitReason.CHANNEL_RESTS);
    }
    if (!allowance.isLimited()) {
      return Optional.empty();
    }
    while (!taken.isEmpty() && !taken.getFirst().plus(MINUTE).isAfter(now)) {
      taken.removeFirst();
    }
    boolean critical = severity == Severity.CRITICAL;
    if (allowance.sparesHalfHours() && !critical && isHalfHour(now)) {
      return Optional.of(WaitReason.SPARED_HALF_HOUR);
    }
    int most = critical ? allowance.total() : allowance.ordinary();
    return taken.size() < most && !isFast(allowance, now)
        ? Optional.empty()
        : Optional.of(WaitReason.RATE_USED_UP);
  }

  /** A message goes. */
  void take(Allowance allowance, Instant now) {
    if (allowance.isLimited()) {
      taken.addLast(now);
    }
  }

  /** The channel takes nothing before that. */
  void rest(Instant until) {
    rests = until.isAfter(rests) ? until : rests;
  }

  Instant rests() {
    return rests;
  }

  private boolean isFast(Allowance allowance, Instant now) {
    return allowance.perSecond() > 0
        && taken.stream().filter(at -> at.plus(SECOND).isAfter(now)).count()
            >= allowance.perSecond();
  }

  private static boolean isHalfHour(Instant now) {
    return now.atZone(ZoneOffset.UTC).getMinute() % HALF_HOUR == 0;
  }
}
