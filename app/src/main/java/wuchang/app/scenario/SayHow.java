package wuchang.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.app.config.yaml.Form;
import wuchang.domain.Quantity;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.scenario.Onset;

/** The forms of values that only scenarios have. */
final class SayHow {
  private static final Pattern ON_DAY = Pattern.compile("day (\\d{1,4}) (\\d\\d:\\d\\d(:\\d\\d)?)");
  private static final Pattern RANGE = Pattern.compile("\\s*(.+?)\\s*(?:-\\s*(.+?)\\s*)?");

  /** From one to another, both included; the same when only one is said. */
  record Between<T>(T least, T most) {}

  static final Form<Long> SEED = Form.of("a whole number", Long::parseLong);
  static final Form<Speed> SPEED = Form.of("a number more than 0, or max", Speed::parse);
  static final Form<String> TEXT = Form.of("a text", text -> text);

  static final Form<Onset> ONSET =
      Form.of(
          "\"day 2 12:40\" (of the span, by the site's clock), 90m after its start, or an instant"
              + " such as 2026-03-02T12:40:00+08:00",
          SayHow::onset);

  static final Form<Duration> LASTS = Form.of("a duration above 0, such as 40m", SayHow::duration);

  static final Form<Double> SEVERITY =
      Form.of("a severity above 0 and up to 1", text -> severity(text));

  static final Form<Between<Duration>> LENGTHS =
      Form.of("one duration or two, such as 25m-2h", text -> between(text, SayHow::duration));

  static final Form<Between<Double>> SEVERITIES =
      Form.of(
          "one severity above 0 and up to 1, or two, such as 0.4-1",
          text -> between(text, SayHow::severity));

  private SayHow() {}

  /** A number from low to high. */
  static Form<Double> number(double low, double high) {
    return Form.of(
        "a number from " + plain(low) + " to " + plain(high),
        text -> {
          double number = Double.parseDouble(text);
          require(number >= low && number <= high);
          return number;
        });
  }

  /** A whole number from low to high. */
  static Form<Integer> count(int low, int high) {
    return Form.of(
        "a whole number from " + low + " to " + high,
        text -> {
          int number = Integer.parseInt(text);
          require(number >= low && number <= high);
          return number;
        });
  }

  /** A share of all: 1 % or 0.01. */
  static Form<Double> share() {
    return Form.of(
        "a share such as 1 %",
        text -> {
          Quantity quantity = Quantity.parse(text);
          double share =
              text.contains("%")
                  ? quantity.in(wuchang.domain.Unit.PERCENT) / 100
                  : Double.parseDouble(text);
          require(share >= 0 && share <= 1);
          return share;
        });
  }

  /** A day, from its midnight at the site, or an instant. */
  static Form<Instant> instant(ZoneId zone) {
    return Form.of(
        "a day such as 2026-03-02, or an instant such as 2026-03-02T06:00:00+08:00",
        text ->
            text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant());
  }

  private static Onset onset(String text) {
    Matcher day = ON_DAY.matcher(text);
    if (day.matches()) {
      int number = Integer.parseInt(day.group(1));
      require(number > 0);
      return new Onset.OnDay(number, LocalTime.parse(day.group(2)));
    }
    return text.contains("T")
        ? new Onset.At(OffsetDateTime.parse(text).toInstant())
        : new Onset.After(Quantity.parse(text).toDuration());
  }

  private static Duration duration(String text) {
    Duration duration = Quantity.parse(text).toDuration();
    require(!duration.isNegative() && !duration.isZero() && duration.toDays() < 3_650);
    return duration;
  }

  private static double severity(String text) {
    double severity = Double.parseDouble(text);
    require(severity > 0 && severity <= 1);
    return severity;
  }

  private static <T extends Comparable<T>> Between<T> between(
      String text, java.util.function.Function<String, T> one) {
    Matcher range = RANGE.matcher(text);
    require(range.matches());
    T least = one.apply(range.group(1));
    T most = range.group(2) == null ? least : one.apply(range.group(2));
    require(least.compareTo(most) <= 0);
    return new Between<>(least, most);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }
}
