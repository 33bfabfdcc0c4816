package wuchang.domain.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import wuchang.domain.Text;

/** Reads what was said in a field, and says what was expected where it cannot be read. */
final class FieldReading {
  private static final int LONGEST = 2_000;

  /** The grammar of all ids, see {@link wuchang.domain.DeviceId}. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,63}");

  private FieldReading() {}

  /** The value as records keep it; empty when it cannot be one of the field. */
  static Optional<Object> of(RecordField field, Object said) {
    try {
      return switch (field.type()) {
        case NUMBER -> number(field, said);
        case FLAG -> said instanceof Boolean ? Optional.of(said) : Optional.empty();
        case TEXT -> text(said).map(text -> text);
        case TIME -> text(said).map(text -> OffsetDateTime.parse(text).toInstant().toString());
        case DATE -> text(said).map(text -> LocalDate.parse(text).toString());
        case CHOICE -> text(said).filter(field.choices()::contains).map(text -> text);
        case PERSON, AREA, DEVICE ->
            text(said).filter(id -> ID.matcher(id).matches()).map(text -> text);
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> number(RecordField field, Object said) {
    if (!(said instanceof Number number)) {
      return Optional.empty();
    }
    double value = number.doubleValue();
    return value >= field.least() && value <= field.most() && Double.isFinite(value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<String> text(Object said) {
    return said instanceof String text && text.length() <= LONGEST
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  static Text missing(RecordField field) {
    Text expected = expected(field);
    return new Text("必填：" + expected.zh(), "it must be there; " + expected.en());
  }

  static Text expected(RecordField field) {
    Text what =
        switch (field.type()) {
          case NUMBER -> number(field);
          case FLAG -> new Text("应为 true 或 false", "expected true or false");
          case TEXT -> new Text("应为不超过2000字的文字", "expected a text of at most 2000 characters");
          case TIME ->
              new Text(
                  "应为带时区的时间，如 2026-01-01T08:00:00Z",
                  "expected a time such as 2026-01-01T08:00:00Z");
          case DATE -> new Text("应为日期，如 2026-01-01", "expected a date such as 2026-01-01");
          case CHOICE -> choice(field);
          case PERSON -> new Text("应为人员编号", "expected a person's id");
          case AREA -> new Text("应为区域编号", "expected an area's id");
          case DEVICE -> new Text("应为设备编号", "expected a device's id");
        };
    return new Text(field.label().zh() + "：" + what.zh(), field.label().en() + ": " + what.en());
  }

  private static Text number(RecordField field) {
    if (Double.isInfinite(field.least()) || Double.isInfinite(field.most())) {
      return new Text("应为数字", "expected a number");
    }
    String least = plain(field.least());
    String most = plain(field.most());
    return new Text(
        "应为 %s 到 %s 的数字".formatted(least, most),
        "expected a number from %s to %s".formatted(least, most));
  }

  private static Text choice(RecordField field) {
    String words = String.join(" ", field.choices());
    return new Text("应为其一：" + words, "expected one of " + words);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
