package wuchang.simulators.diary;

import java.util.SplittableRandom;

/** A chance that is the same for the same thing on the same site, whenever it is asked for. */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Chance() {}

  static SplittableRandom of(Object... what) {
    long salt = 17;
    for (Object part : what) {
      salt = salt * GOLDEN + part.toString().hashCode();
    }
    return new SplittableRandom(salt);
  }
}
