package wuchang.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Documents as they were made. What was made is never changed: what came later is a further
 * version. Blocking; {@link wuchang.domain.journal.History.StoreUnavailable} when the database is
 * away.
 */
public interface KeptDocuments {
  /**
   * A version of a document.
   *
   * @param first the first day that it is about
   * @param version from 1 on
   * @param reason why there is this version
   * @param digest SHA-256 of its content without the time at which it was made
   */
  record Entry(
      ReportKind kind,
      LocalDate first,
      int version,
      Instant madeAt,
      String reason,
      String digest) {}

  /** A version with its content, as it was written. */
  record Kept(Entry entry, String content) {}

  /** A version of a document; the newest when none is asked for. */
  Optional<Kept> get(ReportKind kind, LocalDate first, OptionalInt version);

  /** Every version of those about days from the first on to before the end, oldest first. */
  List<Entry> list(LocalDate first, LocalDate end);

  /**
   * Keeps a version.
   *
   * @return whether it was kept: not when there is one of this number already
   */
  boolean keep(Kept version);
}
