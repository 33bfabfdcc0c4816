package wuchang.alerts.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wuchang.domain.Dimension;
import wuchang.domain.Language;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.finding.Fact;

/**
 * How one fact is written for a person: with its unit, rounded as one says it aloud, in the site's
 * time. An instant names its day only when that is not the day of {@code today}.
 */
record Phrase(Language language, ZoneId zone, Instant today) {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_ZH =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  String of(Fact fact) {
    if (fact instanceof Fact.Amount amount) {
      return of(amount.quantity());
    }
    if (fact instanceof Fact.At at) {
      return of(at.instant());
    }
    if (fact instanceof Fact.Lasted lasted) {
      return of(lasted.duration());
    }
    return fact instanceof Fact.Count count
        ? String.valueOf(count.count())
        : word(((Fact.Word) fact).word());
  }

  private String word(String word) {
    return Vocabulary.of(word).map(text -> text.in(language)).orElse(word.replace('_', ' '));
  }

  String of(Quantity quantity) {
    Unit unit = quantity.unit();
    if (unit.dimension() == Dimension.TIME) {
      return of(quantity.toDuration());
    }
    String number = number(quantity);
    if (unit == Unit.CELSIUS && language == Language.ZH) {
      return number + "℃";
    }
    return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
  }

  /** Thermometers are read to a tenth; of anything else four digits are enough to act on. */
  private static String number(Quantity quantity) {
    BigDecimal exact = BigDecimal.valueOf(quantity.value());
    boolean whole = exact.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
    BigDecimal rounded =
        switch (quantity.unit().dimension()) {
          case TEMPERATURE, TEMPERATURE_DIFFERENCE, TEMPERATURE_RATE ->
              exact.setScale(1, RoundingMode.HALF_UP);
          default -> whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(FOUR_DIGITS);
        };
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  String of(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    if (local.toLocalDate().equals(today.atZone(zone).toLocalDate())) {
      return CLOCK.format(local);
    }
    return (language == Language.ZH ? DAY_ZH : DAY_EN).format(local);
  }

  /** The two largest units: 45秒, 35分钟, 2小时5分钟, 3天4小时. */
  String of(Duration duration) {
    Duration whole = duration.isNegative() ? Duration.ZERO : duration;
    if (whole.toDays() > 0) {
      return two(whole.toDays(), "天", "d", whole.toHoursPart(), "小时", "h");
    }
    if (whole.toHours() > 0) {
      return two(whole.toHours(), "小时", "h", whole.toMinutesPart(), "分钟", "min");
    }
    return whole.toMinutes() > 0
        ? one(whole.toMinutes(), "分钟", "min")
        : one(whole.toSeconds(), "秒", "s");
  }

  private String two(long large, String zh, String en, long small, String zhSmall, String enSmall) {
    String first = one(large, zh, en);
    if (small == 0) {
      return first;
    }
    return first + (language == Language.ZH ? "" : " ") + one(small, zhSmall, enSmall);
  }

  private String one(long number, String zh, String en) {
    return language == Language.ZH ? number + zh : number + " " + en;
  }
}
