package wuchang.console.view;

import java.time.Instant;
import java.time.LocalDate;
import wuchang.domain.report.KeptDocuments.Entry;

/** A version of a document as the API lists it. */
public record KeptDocumentView(
    String kind, LocalDate first, int version, Instant madeAt, String reason, String digest) {
  public static KeptDocumentView of(Entry entry) {
    return new KeptDocumentView(
        entry.kind().word(),
        entry.first(),
        entry.version(),
        entry.madeAt(),
        entry.reason(),
        entry.digest());
  }
}
