package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.report.ReportKind;

class TellingTest {
  private static final ZoneId WUHAN = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  @Test
  void a_first_version_is_news_while_its_period_is_hardly_over() {
    assertThat(isNews(ReportKind.DAILY, TODAY, 1)).isTrue();
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(3), 1)).isTrue();
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(4), 1)).isFalse();
    assertThat(isNews(ReportKind.MONTHLY, LocalDate.of(2026, 8, 1), 1)).isTrue();
    assertThat(isNews(ReportKind.MONTHLY, LocalDate.of(2026, 7, 1), 1)).isFalse();
  }

  @Test
  void a_changed_document_is_always_news() {
    assertThat(isNews(ReportKind.DAILY, TODAY.minusDays(30), 2)).isTrue();
  }

  @Test
  void nobody_is_told_of_the_list_of_risks() {
    assertThat(isNews(ReportKind.RISK_LIST, TODAY, 1)).isFalse();
  }

  private static boolean isNews(ReportKind kind, LocalDate first, int version) {
    return Telling.isNews(
        new Entry(kind, first, version, TODAY.atTime(1, 10).atZone(WUHAN).toInstant(), "", ""),
        WUHAN);
  }
}
