package wuchang.reports;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import wuchang.domain.Language;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle;

/** A disinfection as cells of a printed record or a spreadsheet. */
record CycleCells(SiteTime time, Language language) {
  static final List<Label> TITLES =
      List.of(
          Label.CYCLE_START,
          Label.CYCLE_END,
          Label.MAXIMUM,
          Label.HELD,
          Label.NEEDED,
          Label.CYCLE_VERDICT,
          Label.CYCLE_REASON);

  List<String> of(Cycle cycle) {
    return List.of(
        time.of(cycle.start()),
        time.of(cycle.end()),
        cycle.maximum().map(top -> oneDecimal(top.in(Unit.CELSIUS))).orElse(""),
        clock(cycle.held()),
        clock(cycle.needed()),
        cycle.verdict().label().in(language),
        cycle.reason().label().in(language));
  }

  static List<String> none() {
    return TITLES.stream().map(title -> "").toList();
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Minutes and seconds; what is short of a second is not given away. */
  private static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }
}
