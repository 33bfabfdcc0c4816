package wuchang.app.detection;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.rules.lab.Mark;

/**
 * The scoreboard of several months as a Markdown table.
 *
 * @param title what was played
 * @param rules the ids of the rules that exist
 */
record Report(String title, List<Month> months, TreeSet<String> rules) {
  private static final String HEAD =
      "| rule | labels | recall | precision | delay p50 / p90 | false | at once: recall | precision"
          + " | delay | false | 30 min: recall | precision | delay | false |\n"
          + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  private static final String NOTHING = "–";

  String markdown() {
    Judged ours = sum(Month::byWuchang);
    Judged atOnce = sum(Month::byLimitsAtOnce);
    Judged delayed = sum(Month::byDelayedLimits);
    StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
    text.append(
        String.format(
            Locale.ROOT, "%d played, %.0f canteen-days.\n\n", months.size(), ours.days()));
    text.append(HEAD);
    for (String rule : rules) {
      text.append(row(rule, ours, atOnce, delayed));
    }
    text.append(row("all", ours, atOnce, delayed)).append('\n');
    return text.append(without(ours)).toString();
  }

  private Judged sum(Function<Month, Judged> judged) {
    return months.stream().map(judged).reduce(Judged::plus).orElseThrow();
  }

  private static String row(String rule, Judged ours, Judged atOnce, Judged delayed) {
    Optional<Mark> mark = Optional.ofNullable(ours.marks().get(rule));
    String labels = mark.map(m -> Integer.toString(m.labels())).orElse("0");
    return "| "
        + String.join(
            " | ",
            rule,
            labels,
            cells(rule, ours, true),
            cells(rule, atOnce, false),
            cells(rule, delayed, false))
        + " |\n";
  }

  /** Recall, precision, delay, false alarms a canteen-day. */
  private static String cells(String rule, Judged judged, boolean withTail) {
    Mark mark = judged.marks().get(rule);
    Mark stray = judged.stray().get(rule);
    if (mark == null || stray == null || (mark.findings() == 0 && !withTail)) {
      return String.join(" | ", NOTHING, NOTHING, NOTHING, NOTHING);
    }
    String delay = minutes(mark.delay(50)) + (withTail ? " / " + minutes(mark.delay(90)) : "");
    return String.join(
        " | ",
        share(mark.recall()),
        share(stray.precision()),
        delay,
        String.format(Locale.ROOT, "%.3f", mark.falseAlarms() / judged.days()));
  }

  /** What goes wrong without a rule that looks for it. */
  private String without(Judged ours) {
    String missing =
        ours.marks().entrySet().stream()
            .filter(e -> !rules.contains(e.getKey()) && !e.getKey().equals("all"))
            .map(e -> e.getKey() + " (" + e.getValue().labels() + ")")
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? ""
        : "Labelled, with no rule in the catalogue yet: " + missing + ".\n";
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.2f", share.getAsDouble()) : NOTHING;
  }

  private static String minutes(Optional<Duration> delay) {
    return delay
        .map(
            d ->
                d.toMinutes() < 10
                    ? d.toSeconds() + " s"
                    : d.toMinutes() < 600 ? d.toMinutes() + " min" : d.toHours() + " h")
        .orElse(NOTHING);
  }

  /** What was not found, a line each, so that it can be looked at. */
  static List<String> missed(Month month) {
    return month.missed().stream()
        .map(
            label ->
                month.name()
                    + ": missed "
                    + label.rule().orElseThrow()
                    + " "
                    + label.device()
                    + " "
                    + label.start()
                    + " to "
                    + label.end())
        .toList();
  }

  /** What was paged for nothing, a line each, so that it can be looked at. */
  static List<String> falsePages(Month month) {
    return month.falsePages().stream()
        .map(
            found ->
                month.name()
                    + ": "
                    + found.rule()
                    + " "
                    + found.device()
                    + " "
                    + found.since()
                    + " to "
                    + found.until().map(Object::toString).orElse("the end"))
        .toList();
  }
}
