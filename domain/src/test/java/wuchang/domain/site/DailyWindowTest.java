package wuchang.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyWindowTest {
  // 2026-11-23 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "mon-fri 08:30-11:00, 2026-11-23T08:30, true",
    "mon-fri 08:30-11:00, 2026-11-23T08:29:59, false",
    "mon-fri 08:30-11:00, 2026-11-23T11:00, false",
    "mon-fri 08:30-11:00, 2026-11-22T09:00, false",
    "22:00-05:00, 2026-11-23T22:00, true",
    "22:00-05:00, 2026-11-23T00:00, true",
    "22:00-05:00, 2026-11-23T04:59:59, true",
    "22:00-05:00, 2026-11-23T05:00, false",
    "fri 22:00-05:00, 2026-11-28T04:00, true",
    "fri 22:00-05:00, 2026-11-27T04:00, false",
    "'sat,sun 00:00-24:00', 2026-11-28T23:59:59, true",
    "'sat,sun 00:00-24:00', 2026-11-27T23:59:59, false",
    "fri-mon 12:00-13:00, 2026-11-23T12:00, true",
    "fri-mon 12:00-13:00, 2026-11-24T12:00, false"
  })
  void includes_its_start_and_excludes_its_end(String window, LocalDateTime at, boolean inside) {
    assertThat(DailyWindow.parse(window).contains(at.atZone(ZoneId.of("Asia/Shanghai"))))
        .isEqualTo(inside);
  }

  @Test
  void names_what_was_expected() {
    assertThatThrownBy(() -> DailyWindow.parse("noon")).hasMessageContaining("HH:MM-HH:MM");
    assertThatThrownBy(() -> DailyWindow.parse("25:00-26:00")).hasMessageContaining("25:00");
    assertThatThrownBy(() -> DailyWindow.parse("mo 10:00-11:00")).hasMessageContaining("«mo»");
  }
}
