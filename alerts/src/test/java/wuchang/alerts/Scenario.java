package wuchang.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario as it is written: lines of {@code time what happens}, and below them, behind {@code
 * >}, what people hear of it and nothing else.
 *
 * <pre>
 * # an alert that nobody takes on goes up
 * 10:00 fridge-1 FRG-01 breaks
 *   > opened fridge-1 FRG-01 to day
 *   10:15 > escalated:2 fridge-1 FRG-01 to director
 * 10:20 end
 * </pre>
 *
 * Times are of Monday 2026-11-23 at the site, or of a later day ({@code +1 00:30}) or another one
 * ({@code 2026-03-29 01:30}). What is heard has the time of the line above it, or its own; behind
 * {@code >~} it comes some time after.
 */
record Scenario(String name, String site, List<Line> lines) {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Pattern TIMED =
      Pattern.compile("(?:(\\+\\d+|\\d{4}-\\d\\d-\\d\\d) )?(\\d\\d:\\d\\d(?::\\d\\d)?)\\s+(.*)");

  /**
   * @param at when; the time of the line above when none is written
   * @param heard whether people are to hear it, rather than that it happens
   */
  record Line(int number, Instant at, boolean heard, String words) {}

  static List<Scenario> read(List<String> text) {
    List<Scenario> all = new ArrayList<>();
    Optional<Scenario> current = Optional.empty();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (line.startsWith("# ")) {
        String site =
            line.endsWith("]")
                ? line.substring(line.indexOf('[') + 1, line.length() - 1)
                : "shanghai";
        String name = line.substring(2).replaceAll(" *\\[.*]$", "");
        current = Optional.of(new Scenario(name, site, new ArrayList<>()));
        all.add(current.get());
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        current.orElseThrow().add(i + 1, line);
      }
    }
    return all;
  }

  ZoneId zone() {
    return Town.site(site).zone();
  }

  private void add(int number, String line) {
    Matcher timed = TIMED.matcher(line);
    Instant last = lines.isEmpty() ? instant("", "00:00") : lines.get(lines.size() - 1).at();
    boolean hasTime = timed.matches();
    Instant at =
        hasTime ? instant(Optional.ofNullable(timed.group(1)).orElse(""), timed.group(2)) : last;
    String words = hasTime ? timed.group(3) : line;
    boolean heard = words.startsWith(">");
    if (!lines.isEmpty() && at.isBefore(last)) {
      throw new IllegalArgumentException("line " + number + ": goes back in time: " + line);
    }
    lines.add(new Line(number, at, heard, heard ? words.substring(1).strip() : words));
  }

  Instant instant(String day, String time) {
    LocalDate date =
        day.startsWith("+")
            ? MONDAY.plusDays(Long.parseLong(day.substring(1)))
            : day.isEmpty() ? MONDAY : LocalDate.parse(day);
    return date.atTime(LocalTime.parse(time)).atZone(zone()).toInstant();
  }

  /** When it begins: a while before the first line. */
  Instant begin() {
    return lines.get(0).at().minus(Duration.ofMinutes(1));
  }
}
