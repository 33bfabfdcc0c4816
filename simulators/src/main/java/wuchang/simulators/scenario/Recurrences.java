package wuchang.simulators.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.simulators.mishap.Label;

/** What comes back: the same thing wrong with one device for the third time in a week (PRC-03). */
final class Recurrences {
  private static final int OFTEN = 3;

  /** A day less than a week: a fault is not seen at once. */
  private static final Duration WINDOW = Duration.ofDays(6);

  private record Problem(String device, String kind) {}

  private Recurrences() {}

  /** The truths about it, of rows in the order of time. */
  static List<Truthful> among(List<Truthful> rows) {
    Map<Problem, List<Truthful>> known = new HashMap<>();
    List<Truthful> again = new ArrayList<>();
    for (Truthful row : rows) {
      Label label = row.label();
      if (label.kind().startsWith("benign:") || label.passing()) {
        continue;
      }
      List<Truthful> same =
          known.computeIfAbsent(
              new Problem(label.device().value(), label.kind()), problem -> new ArrayList<>());
      same.removeIf(old -> old.label().start().plus(WINDOW).isBefore(label.start()));
      same.add(row);
      if (same.size() >= OFTEN) {
        Label third = new Label(label.device(), label.start(), label.end(), "PRC-03", false);
        again.add(new Truthful(third, row.mishap(), row.area()));
      }
    }
    return again;
  }
}
