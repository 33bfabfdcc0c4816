package wuchang.app.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import wuchang.app.documents.StoredDocuments;
import wuchang.console.parts.Documents.Format;
import wuchang.domain.Language;
import wuchang.domain.report.KeptDocuments.Kept;
import wuchang.domain.report.ReportKind;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Document;

/** The documents of a period in an inspection package: to be read, and as they were kept. */
final class Papers {
  static final String KEPT = "document";
  private static final String FOLDER = "documents/";
  private static final List<ReportKind> KINDS =
      List.of(ReportKind.DAILY, ReportKind.WEEKLY, ReportKind.MONTHLY, ReportKind.TEMPERATURE_LOG);

  /** Takes a file of the package. */
  interface Sink {
    void text(String name, String text) throws IOException;
  }

  private final StoredDocuments documents;

  Papers(StoredDocuments documents) {
    this.documents = documents;
  }

  /** The file behind a row of the chain: its key is kind, first day and version. */
  static String kept(String key) {
    String[] parts = key.split("/");
    return FOLDER + "kept/" + parts[0] + "-" + parts[1] + ".v" + parts[2] + ".json";
  }

  /** Those of all days in [from, end), each as it was kept last, else as it stands. */
  void readable(LocalDate from, LocalDate end, Instant now, Sink into) throws IOException {
    List<Due> all = due(from, end);
    Function<Due, Document> each = documents.newest(all, now);
    for (Due one : all) {
      Document document = each.apply(one);
      for (Language language : Language.values()) {
        into.text(
            FOLDER + document.fileName() + "." + language.code() + ".html",
            new String(
                StoredDocuments.written(document, Format.HTML, language), StandardCharsets.UTF_8));
      }
    }
  }

  /** The very text whose hash is in the chain. */
  void kept(List<String> keys, Sink into) throws IOException {
    for (String key : keys) {
      String[] parts = key.split("/");
      OptionalInt version = OptionalInt.of(Integer.parseInt(parts[2]));
      Kept found =
          documents
              .kept()
              .get(ReportKind.of(parts[0]).orElseThrow(), LocalDate.parse(parts[1]), version)
              .orElseThrow();
      into.text(kept(key), found.content());
    }
  }

  /** Days without any evidence are passed over: the system was not there. */
  private List<Due> due(LocalDate from, LocalDate end) {
    List<Due> all = new ArrayList<>();
    for (ReportKind kind : KINDS) {
      for (LocalDate day = kind.of(from).first(); day.isBefore(end); day = kind.of(day).end()) {
        if (documents.isWatched(kind.of(day))) {
          all.add(new Due(kind, day));
        }
      }
    }
    return all;
  }
}
