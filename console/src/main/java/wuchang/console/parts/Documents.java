package wuchang.console.parts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import wuchang.domain.Language;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.ReportKind;

/** The documents that a canteen keeps. Blocking; called from a worker. */
public interface Documents {
  /** How one is written. */
  enum Format {
    JSON("application/json"),
    HTML("text/html; charset=utf-8"),
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    public String contentType() {
      return contentType;
    }

    /** Whether it is kept as a file rather than looked at. */
    public boolean isFile() {
      return this == CSV || this == XLSX;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
      return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
  }

  /**
   * A document in one of its forms.
   *
   * @param name of a file, without its ending
   */
  record Made(String name, byte[] bytes) {}

  /**
   * The document of a kind about a day, its week or its month: a version that was kept, or else the
   * newest that was kept of a time that is over, or else as it stands now.
   *
   * @return empty when there is no such version
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  Optional<Made> make(
      ReportKind kind, LocalDate day, OptionalInt version, Format format, Language language);

  /** Every version that was kept of documents about days in [from, to). */
  List<KeptDocuments.Entry> kept(LocalDate from, LocalDate to);
}
