package wuchang.simulators.kitchen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void what_happens_so_often_an_hour_happens_so_often() {
    long happened =
        IntStream.range(0, 1_800 * 500).filter(step -> Dice.happens(random, 12, 2)).count();

    assertThat(happened / 500.0).isCloseTo(12, within(0.5));
  }

  @Test
  void what_never_happens_takes_no_chance() {
    assertThat(Dice.happens(random, 0, 1e9)).isFalse();
    assertThat(random.nextLong()).isEqualTo(new SplittableRandom(1).nextLong());
  }

  @Test
  void draws_have_their_mean_and_no_far_tails() {
    List<Double> drawn =
        IntStream.range(0, 20_000).mapToObj(i -> Dice.around(random, 5, 2)).toList();

    assertThat(drawn.stream().mapToDouble(d -> d).average().orElseThrow())
        .isCloseTo(5, within(0.06));
    assertThat(drawn).allMatch(d -> d >= 0 && d <= 10);
  }
}
