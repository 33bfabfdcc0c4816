package wuchang.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "8 °C, 8, CELSIUS",
    "-18℃, -18, CELSIUS",
    "30m, 30, MINUTE",
    "6 m³/h, 6, CUBIC_METRE_PER_HOUR",
    "63 A, 63, AMPERE",
    "10 L, 10, LITRE",
    "20 %, 20, PERCENT",
    "3, 3, ONE"
  })
  void reads_a_number_with_its_unit(String text, double value, Unit unit) {
    assertThat(Quantity.parse(text)).isEqualTo(Quantity.of(value, unit));
  }

  @ParameterizedTest
  @CsvSource({"8 C, '8 °C'", "30min, 30m", "0.10, 0.1", "3 kW, '3 kW'", "1e2 L, '100 L'"})
  void is_written_as_people_write_it(String text, String written) {
    assertThat(Quantity.parse(text)).hasToString(written);
  }

  @Test
  void names_what_is_no_quantity_and_what_was_expected() {
    assertThatThrownBy(() -> Quantity.parse("warm"))
        .hasMessageContaining("«warm»")
        .hasMessageContaining("8 °C");
    assertThatThrownBy(() -> Quantity.parse("8 furlongs")).hasMessageContaining("«furlongs»");
  }

  @ParameterizedTest
  @CsvSource({
    "41 °F, CELSIUS, 5",
    "6 m³/h, LITRE_PER_MINUTE, 100",
    "3 kW, WATT, 3000",
    "2 K/h, KELVIN_PER_MINUTE, 0.0333"
  })
  void converts_within_a_dimension(String text, Unit to, double value) {
    assertThat(Quantity.parse(text).in(to))
        .isCloseTo(value, org.assertj.core.data.Offset.offset(1e-3));
  }

  @Test
  void refuses_to_convert_between_dimensions() {
    assertThatThrownBy(() -> Quantity.parse("8 °C").toDuration()).hasMessageContaining("°C");
  }

  @Test
  void keeps_durations_to_the_millisecond() {
    assertThat(Quantity.parse("0.25 s").toDuration()).isEqualTo(Duration.ofMillis(250));
    assertThat(Quantity.of(Duration.ofMinutes(90)).toDuration()).isEqualTo(Duration.ofMinutes(90));
  }
}
