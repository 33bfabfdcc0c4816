package wuchang.simulators.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the demo plays.
 *
 * @param seed of everything that is left to chance
 * @param speed how fast the clock that is handed in runs; mishaps come no faster than one can read
 * @param notebook a file in which the demo notes how far it has come, so that its next start goes
 *     on from there and its meters do not jump; without, each start is the first
 */
public record DemoOptions(long seed, double speed, Optional<Path> notebook) {
  public DemoOptions {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("a demo's speed must be more than 0, not " + speed);
    }
  }
}
