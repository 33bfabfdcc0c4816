package wuchang.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
  @Test
  void is_a_number_or_max() {
    assertThat(Speed.parse("60")).isEqualTo(new Speed(60));
    assertThat(Speed.parse("0.5").factor()).isEqualTo(0.5);
    assertThat(Speed.parse("max")).isEqualTo(Speed.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "fast", "NaN"})
  void anything_else_says_what_was_expected(String text) {
    assertThatThrownBy(() -> Speed.parse(text)).hasMessageContaining("expected a number more");
  }
}
