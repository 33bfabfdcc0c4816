package wuchang.domain.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.Text;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordForm;
import wuchang.domain.record.RecordKind;

/**
 * Makes entries of what files and terminals say: the fields of the form, and beside them {@code
 * id}, {@code version}, {@code when} and {@code who}. What has no id gets one that its content
 * names, so that the same said twice is one record.
 */
public final class EntryReader {
  /** The fields that every record has beside those of its form. */
  public static final List<String> COMMON = List.of("id", "version", "when", "who");

  private static final int ID_BYTES = 8;
  private static final int LONGEST_NAME = 64;

  private EntryReader() {}

  /** What was read, or what is wrong with it. */
  public record Outcome(Optional<BookEntry> entry, List<RecordFault> faults) {
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Where and when something was said.
   *
   * @param device where; {@link BookEntry#SITE} when nowhere
   */
  public record Said(DeviceId device, Instant at, Provenance provenance, Instant arrived) {}

  /** Reads a record of a terminal or file; what the form does not have is passed over. */
  public static Outcome read(RecordKind kind, Map<String, ?> values, Said said) {
    Map<String, Object> form = new LinkedHashMap<>(values);
    COMMON.forEach(form::remove);
    if (!said.device().equals(BookEntry.SITE)) {
      form.putIfAbsent("device", said.device().value());
    }
    RecordForm.Filled filled = RecordForm.of(kind).fill(form, false);
    List<RecordFault> faults = new ArrayList<>(filled.faults());
    String who = word(values, "who", faults);
    String given = word(values, "id", faults);
    int version = values.get("version") instanceof Number n ? Math.max(1, n.intValue()) : 1;
    if (!faults.isEmpty()) {
      return new Outcome(Optional.empty(), faults);
    }
    RecordId id = given.isEmpty() ? id(kind, said.at(), who, filled.fields()) : RecordId.of(given);
    return new Outcome(
        Optional.of(
            new BookEntry(
                id,
                version,
                kind,
                said.at(),
                who,
                "",
                filled.fields(),
                said.provenance(),
                said.arrived())),
        List.of());
  }

  /** The id of a record that was given none: what it says, when and by whom names it. */
  public static RecordId id(RecordKind kind, Instant at, String who, RecordFields fields) {
    String content = kind.word() + '\n' + at.toEpochMilli() + '\n' + who + '\n' + fields.values();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return RecordId.of(kind.word() + "-" + HexFormat.of().formatHex(hash, 0, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The time that {@code when} gives; empty when there is none. */
  public static Optional<Instant> when(Map<String, ?> values, List<RecordFault> faults) {
    Object when = values.get("when");
    if (when == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(when.toString()).toInstant());
    } catch (DateTimeException e) {
      faults.add(
          new RecordFault(
              "when",
              new Text(
                  "时间：应为带时区的时间，如 2026-01-01T08:00:00Z",
                  "expected a time such as 2026-01-01T08:00:00Z")));
      return Optional.empty();
    }
  }

  /** An id that may be absent. */
  public static String word(Map<String, ?> values, String name, List<RecordFault> faults) {
    Object word = values.get(name);
    if (word == null || word.equals("")) {
      return "";
    }
    if (word instanceof String text && text.length() <= LONGEST_NAME && isId(text)) {
      return text;
    }
    faults.add(
        new RecordFault(
            name,
            new Text(
                "应为编号：字母或数字开头，最多64个字母、数字、_ - . :",
                "expected an id: a letter or digit first, at most 64 letters, digits, '_', '-', '.' or ':'")));
    return "";
  }

  private static boolean isId(String text) {
    try {
      return RecordId.of(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
