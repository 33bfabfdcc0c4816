package wuchang.simulators.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.MishapKind;

/**
 * How a kind of mishap usually goes.
 *
 * @param least it lasts no shorter; lengths between are as likely by their logarithm
 * @param most nor longer
 * @param mildest severity, more than 0
 * @param worst severity, at most 1
 */
public record Custom(Duration least, Duration most, double mildest, double worst, Hours hours) {
  public Custom {
    if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException("lasts from " + least + " to " + most);
    }
    if (!(mildest > 0) || worst < mildest || worst > 1) {
      throw new IllegalArgumentException("severity from " + mildest + " to " + worst);
    }
  }

  /** How such a mishap goes when nothing else is said. */
  public static Custom of(MishapKind kind) {
    return Customs.of(kind);
  }

  public Custom lasting(Duration shortest, Duration longest) {
    return new Custom(shortest, longest, mildest, worst, hours);
  }

  public Custom severe(double from, double to) {
    return new Custom(least, most, from, to, hours);
  }

  public Custom during(Hours other) {
    return new Custom(least, most, mildest, worst, other);
  }

  /** A length, in whole seconds. */
  Duration length(RandomGenerator random) {
    double ratio = (double) most.toMillis() / least.toMillis();
    double seconds = least.toSeconds() * StrictMath.pow(ratio, random.nextDouble());
    return Duration.ofSeconds(Math.max(1, Math.round(seconds)));
  }

  /** A severity, in hundredths. */
  double severity(RandomGenerator random) {
    return Math.max(0.01, Math.round(100 * Dice.between(random, mildest, worst)) / 100.0);
  }
}
