package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import wuchang.domain.alert.NotificationStep;

/**
 * When a notification that could not be delivered is tried again: the only place where this is
 * decided. The wait doubles from {@code first} to {@code longest} and is spread by up to a half
 * downwards, so that many alerts do not come back at once; the spread is made from the notification
 * itself, so that the same history gives the same times. After {@code giveUp}, or sooner where
 * another channel can take it, no more is tried.
 */
public record BackOff(Duration first, Duration longest, Duration giveUp) {
  public static final BackOff DEFAULT =
      new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(1));

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The next time; empty when it is to be given up.
   *
   * @param attempts how often it was tried so far, at least once
   * @param patience how long after it was decided it may be tried
   */
  Optional<Instant> next(NotificationStep request, int attempts, Duration patience, Instant now) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    Instant next = now.plus(spread(wait, request, attempts));
    return next.isAfter(request.at().plus(patience)) ? Optional.empty() : Optional.of(next);
  }

  private static Duration spread(Duration wait, NotificationStep request, int attempts) {
    String seed = request.alert() + request.step() + request.channel() + attempts;
    double share = 0.5 + 0.5 * new SplittableRandom(seed.hashCode()).nextDouble();
    return Duration.ofMillis(Math.round(wait.toMillis() * share));
  }
}
