package wuchang.app.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wuchang.console.parts.Documents.Format;
import wuchang.domain.Language;
import wuchang.domain.report.ReportKind;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Document;

/** Documents of a kind, one for each of the periods that a span of days touches. */
public final class DocumentExport {
  private static final List<Format> IN_A_ZIP = List.of(Format.HTML, Format.JSON, Format.XLSX);

  private final StoredDocuments documents;
  private final ReportKind kind;
  private final Language language;
  private final List<LocalDate> days;

  /**
   * @param end the day after the last
   */
  public DocumentExport(
      StoredDocuments documents,
      ReportKind kind,
      Language language,
      LocalDate first,
      LocalDate end) {
    this.documents = documents;
    this.kind = kind;
    this.language = language;
    this.days = new ArrayList<>();
    for (LocalDate day = kind.of(first).first(); day.isBefore(end); day = kind.of(day).end()) {
      days.add(day);
    }
  }

  /** How many documents there are. */
  public int count() {
    return days.size();
  }

  /** Writes the first one in a form. */
  public void one(Format format, OutputStream out) throws IOException {
    out.write(
        documents
            .make(kind, days.get(0), OptionalInt.empty(), format, language)
            .orElseThrow()
            .bytes());
  }

  /** Writes all of them into a ZIP, each to look at, to calculate with, and for programs. */
  public void all(Instant madeAt, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    into(zip, madeAt);
    zip.finish();
  }

  private void into(ZipOutputStream zip, Instant madeAt) throws IOException {
    List<Due> all = days.stream().map(day -> new Due(kind, day)).toList();
    Function<Due, Document> made = documents.together(all, madeAt);
    for (Due due : all) {
      Document document = made.apply(due);
      List<byte[]> files = StoredDocuments.written(document, IN_A_ZIP, List.of(language));
      for (int i = 0; i < IN_A_ZIP.size(); i++) {
        zip.putNextEntry(new ZipEntry(document.fileName() + "." + IN_A_ZIP.get(i).word()));
        zip.write(files.get(i));
        zip.closeEntry();
      }
    }
  }
}
