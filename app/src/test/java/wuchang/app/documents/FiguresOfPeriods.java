package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;

/**
 * Every figure of the weekly report, the monthly minutes and the temperature log is what SQL makes
 * of the raw tables; and no other, when a value in the tables is another.
 */
final class FiguresOfPeriods {
  private final Connection sql;
  private final Site site;
  private final StoredDocuments documents;
  private final LocalDate day;
  private final Instant now;

  private FiguresOfPeriods(
      Connection sql, Site site, StoredDocuments documents, LocalDate day, Instant now) {
    this.sql = sql;
    this.site = site;
    this.documents = documents;
    this.day = day;
    this.now = now;
  }

  /** Of the week and the month of a day; people have done something about the alerts. */
  static void compare(
      Connection sql, Site site, StoredDocuments documents, LocalDate day, Instant now)
      throws SQLException, JsonProcessingException {
    FiguresOfPeriods figures = new FiguresOfPeriods(sql, site, documents, day, now);
    figures.recomputed(ReportKind.WEEKLY).handled();
    figures.period(ReportKind.WEEKLY);
    figures.period(ReportKind.MONTHLY);
    figures.log();
    figures.notices();
  }

  private void period(ReportKind kind) throws SQLException, JsonProcessingException {
    Recomputed expected = recomputed(kind);
    Written written = written(kind);
    assertThat(written.handling()).as(kind.word()).isEqualTo(expected.handling());
    assertThat(written.evidence()).as(kind.word()).isEqualTo(expected.evidence());
    assertThat(written.rollUp()).as(kind.word()).isEqualTo(expected.rollUp());
    assertThat(written.series()).as(kind.word()).isNotEmpty().isEqualTo(expected.series());
    TreeSet<String> meters = expected.meters();
    Set<String> steady =
        meters.stream().map(m -> m.substring(0, m.indexOf(' '))).collect(Collectors.toSet());
    assertThat(written.meters(steady::contains)).as(kind.word()).isNotEmpty().isEqualTo(meters);
  }

  private void log() throws SQLException, JsonProcessingException {
    assertThat(written(ReportKind.TEMPERATURE_LOG).hours())
        .isNotEmpty()
        .containsAll(recomputed(ReportKind.TEMPERATURE_LOG).hours());
  }

  /** That the comparison is one: what is changed behind the document's back is seen in each. */
  private void notices() throws SQLException, JsonProcessingException {
    Written before = written(ReportKind.WEEKLY);
    Written logged = written(ReportKind.TEMPERATURE_LOG);
    Recomputed after = recomputed(ReportKind.WEEKLY);
    Recomputed month = recomputed(ReportKind.TEMPERATURE_LOG);
    sql.setAutoCommit(false);
    after.run(
        "UPDATE wuchang.reading SET value = value + 7 WHERE quality < 2",
        "UPDATE wuchang.alert SET acknowledged_at = acknowledged_at + interval '1 h'",
        "UPDATE wuchang.coverage_day SET compliant_s = compliant_s - 60 WHERE compliant_s > 60");
    assertThat(before.handling()).isNotEqualTo(after.handling());
    assertThat(before.evidence()).isNotEqualTo(after.evidence());
    assertThat(before.rollUp()).isNotEqualTo(after.rollUp());
    assertThat(before.series()).isNotEqualTo(after.series());
    assertThat(logged.hours()).isNotEqualTo(month.hours());
    sql.rollback();
    sql.setAutoCommit(true);
  }

  private Written written(ReportKind kind) throws JsonProcessingException {
    return Written.of(documents.document(kind, day, now));
  }

  private Recomputed recomputed(ReportKind kind) throws SQLException {
    Period period = kind.of(day);
    LocalDate over = LocalDate.ofInstant(now, site.zone());
    Risks risks = new Risks(Catalogue.shipped(), site);
    return new Recomputed(
            sql, site, period.first(), over.isBefore(period.end()) ? over : period.end())
        .watching(risks.items(), risks.series());
  }
}
