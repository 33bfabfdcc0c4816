package wuchang.console.parts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.Language;

/** The daily record (日管控). Blocking; called from a worker. */
public interface DailyReports {
  /** How it is written. */
  enum Format {
    JSON("application/json"),
    HTML("text/html; charset=utf-8"),
    CSV("text/csv; charset=utf-8");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    public String contentType() {
      return contentType;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String word) {
      return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
  }

  /**
   * The record of a day of the site.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  String daily(LocalDate date, Format format, Language language);
}
