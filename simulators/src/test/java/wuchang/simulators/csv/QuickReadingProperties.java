package wuchang.simulators.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The short way to read times and numbers gives what the JDK's long way gives. */
class QuickReadingProperties {
  private final Times times = new Times();

  @Property(tries = 500)
  void a_time_is_the_jdks(@ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long millis) {
    assertThat(millis(Instant.ofEpochMilli(millis).toString())).isEqualTo(millis);
  }

  @Property(tries = 500)
  void a_number_is_the_jdks(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = 0, max = 14) int decimals) {
    String text = java.math.BigDecimal.valueOf(digits, decimals).toPlainString();

    assertThat(number(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void every_way_to_write_a_number_is_understood() {
    for (String text :
        List.of(
            "-0", "+5", ".5", "-.5", "5.", "1e3", "0.1", "99999999.999", "123456789012345678")) {
      assertThat(number(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
    for (String text : List.of("", "-", ".", "1.2.3", "1,5", "NaN", "0x10", "1e999", "5d", " 5")) {
      assertThatThrownBy(() -> number(text)).as(text).hasMessageContaining("finite number");
    }
  }

  @Test
  void every_way_to_write_a_time_is_understood() {
    assertThat(millis("2026-11-01T14:00:00+08:00")).isEqualTo(millis("2026-11-01T06:00:00Z"));
    assertThat(millis("2026-11-01T06:00Z")).isEqualTo(millis("2026-11-01T06:00:00.000Z"));
    assertThat(millis("2026-11-01T06:00:00.1239Z") % 1000).isEqualTo(123);
    for (String text :
        List.of(
            "",
            "2026-11-01",
            "2026-02-30T06:00:00Z",
            "2026-11-01T24:00:00Z",
            "2026-11-01T06:60:00Z",
            "2026-11-01T06:00:00",
            "1969-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z")) {
      assertThatThrownBy(() -> millis(text)).as(text).hasMessageContaining("ISO-8601");
    }
  }

  private long millis(String text) {
    return times.millis(text.toCharArray(), 0, text.length());
  }

  private static double number(String text) {
    return Numbers.parse(text.toCharArray(), 0, text.length());
  }
}
