package wuchang.app.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import wuchang.domain.journal.CoverageRecords;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.report.KeptDocuments.Kept;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Digest;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentJson;

/** Keeps documents in versions: a further one only when it says something else than the newest. */
public record Keeping(
    StoredDocuments documents, KeptDocuments kept, CoverageRecords coverage, InstantSource clock) {
  private static final String FIRST = "按时生成 / made on schedule";
  private static final String CHANGED = "数据补到或处理更新 / late data or handling";

  /** Makes a document and keeps it; empty when nothing was watched, or it says nothing new. */
  public Optional<Entry> make(ReportKind kind, LocalDate day) {
    Due due = new Due(kind, day);
    return together(List.of(due)).apply(due);
  }

  /**
   * The same for several, each when it is asked for; all stand as of now.
   *
   * @param all what may be asked for, at least one
   */
  Function<Due, Optional<Entry>> together(List<Due> all) {
    Instant now = clock.instant();
    Function<Due, Document> documents = this.documents.together(all, now);
    return due -> make(due, now, documents);
  }

  private Optional<Entry> make(Due due, Instant now, Function<Due, Document> documents) {
    ReportKind kind = due.kind();
    Period period = kind.of(due.day());
    if (coverage.days(period.first(), period.end()).isEmpty()) {
      return Optional.empty();
    }
    Document document = documents.apply(due);
    String digest = Digest.of(document);
    Optional<Entry> before = kept.get(kind, period.first(), OptionalInt.empty()).map(Kept::entry);
    if (before.filter(entry -> entry.digest().equals(digest)).isPresent()) {
      return Optional.empty();
    }
    Entry entry =
        new Entry(
            kind,
            period.first(),
            before.map(Entry::version).orElse(0) + 1,
            now,
            before.isPresent() ? CHANGED : FIRST,
            digest);
    return Optional.of(entry).filter(made -> kept.keep(new Kept(made, DocumentJson.of(document))));
  }

  /**
   * What was kept of a period: a version of it, or the newest when the period is over. One that
   * goes on is better made anew.
   */
  Optional<Kept> find(ReportKind kind, LocalDate day, OptionalInt version, ZoneId zone) {
    Period period = kind.of(day);
    boolean over = !clock.instant().isBefore(period.end().atStartOfDay(zone).toInstant());
    return version.isPresent() || over ? kept.get(kind, period.first(), version) : Optional.empty();
  }
}
