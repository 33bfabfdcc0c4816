package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.simulators.kitchen.Crowd;

class PowerBuildTest {
  @ParameterizedTest
  @ValueSource(doubles = {16, 63, 400})
  void cables_are_laid_for_the_current(double rated) {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PowerBuild build =
          PowerBuild.of(
              rated, 3, 220, PowerBuild.USUAL_MODULUS, new Crowd(ZoneOffset.UTC, 1), random);

      assertThat(build.ohms() * rated / 220).as("seed %d", seed).isBetween(0.016, 0.041);
    }
  }
}
