package wuchang.app.laboratory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.rules.lab.Mark;

/** Marks as CSV (CONTRACT §4). What is not defined, such as a share of nothing, is empty. */
public final class ScoreFile {
  private static final String HEADER =
      "rule,labels,found,missed,findings,false,precision,recall,delay_p50_s,delay_p90_s,"
          + "false_per_day\n";

  private ScoreFile() {}

  public static String write(List<Mark> marks) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Mark mark : marks) {
      text.append(
              String.join(
                  ",",
                  mark.name(),
                  Integer.toString(mark.labels()),
                  Integer.toString(mark.found()),
                  Integer.toString(mark.missed()),
                  Integer.toString(mark.findings()),
                  Integer.toString(mark.falseAlarms()),
                  number(mark.precision()),
                  number(mark.recall()),
                  seconds(mark.delay(50)),
                  seconds(mark.delay(90)),
                  number(mark.falsePerDay())))
          .append('\n');
    }
    return text.toString();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? plain(BigDecimal.valueOf(value.getAsDouble()), 4) : "";
  }

  private static String seconds(Optional<Duration> delay) {
    return delay.map(d -> plain(BigDecimal.valueOf(d.toMillis(), 3), 3)).orElse("");
  }

  /** With so many decimals at most. */
  private static String plain(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
