package wuchang.reports.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import wuchang.reports.document.Document.Entry;

/** What tells whether a document says something else than an earlier version of it. */
public final class Digest {
  private Digest() {}

  /** SHA-256 of all that it says but for when it was made, in hexadecimal digits. */
  public static String of(Document document) {
    String said = document.madeAt().toString();
    Document timeless =
        new Document(
            document.kind(),
            document.period(),
            document.title(),
            document.site(),
            document.zone(),
            Instant.EPOCH,
            document.head().stream().filter(entry -> !isMadeAt(entry, document)).toList(),
            document.result(),
            document.sections(),
            document.signatures(),
            document.figures().replace("\"madeAt\":\"" + said + "\"", "\"madeAt\":null"));
    try {
      byte[] words = DocumentJson.of(timeless).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isMadeAt(Entry entry, Document document) {
    return entry.value().equals(Cell.at(document.madeAt()));
  }
}
