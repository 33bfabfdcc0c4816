package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 4",
        "-4.5 | -4.5",
        "4 x3 | 4 4 4",
        "4+0.5 x3 | 4 4.5 5",
        "4-0.5 x3 | 4 3.5 3",
        "4, _ x2, 5 | 4 NaN NaN 5",
        "100, +=0.5 x2, -=1 | 100 100.5 101 100",
        "100, _, +=1 | 100 NaN 101",
        "(1, 2 x2) x2, 3 | 1 2 2 1 2 2 3",
        "((1, 2) x2, 3) x2 | 1 2 1 2 3 1 2 1 2 3",
      })
  void a_series_is_values_ramps_gaps_steps_and_what_is_repeated(String text, String values) {
    List<Double> expected = Arrays.stream(values.split(" ")).map(Double::valueOf).toList();

    assertThat(Series.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"four", "4 x", "(4 x3", "(4) y3", "4,,5", ""})
  void what_is_no_part_of_a_series_is_named(String text) {
    assertThatThrownBy(() -> Series.parse(text)).hasMessageContaining("is no part of a series");
  }
}
