package wuchang.app.detection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Severity;
import wuchang.rules.lab.Found;
import wuchang.rules.lab.Label;
import wuchang.rules.lab.Mark;
import wuchang.rules.lab.Scoreboard;

/**
 * How well a monitor judged one or several months.
 *
 * @param marks by rule, and for {@code all}
 * @param stray the same, but counting as false what is about nothing at any severity
 * @param days canteen-days
 */
record Judged(Map<String, Mark> marks, Map<String, Mark> stray, double days) {
  static Judged of(
      Collection<Found> found, Collection<Label> labels, Map<DeviceId, AreaId> areas, double days) {
    List<Found> grave = found.stream().map(Judged::asGrave).toList();
    return new Judged(
        byName(new Scoreboard(found, labels, areas), days),
        byName(new Scoreboard(grave, labels, areas), days),
        days);
  }

  Judged plus(Judged other) {
    double all = days + other.days;
    return new Judged(sum(marks, other.marks, all), sum(stray, other.stray, all), all);
  }

  private static Map<String, Mark> byName(Scoreboard board, double days) {
    Map<String, Mark> marks = new TreeMap<>();
    board.marks(OptionalDouble.of(days)).forEach(mark -> marks.put(mark.name(), mark));
    return marks;
  }

  private static Map<String, Mark> sum(Map<String, Mark> a, Map<String, Mark> b, double days) {
    Map<String, Mark> sum = new TreeMap<>(a);
    b.forEach((name, mark) -> sum.merge(name, mark, (x, y) -> sum(x, y, days)));
    return sum;
  }

  private static Mark sum(Mark a, Mark b, double days) {
    return new Mark(
        a.name(),
        a.labels() + b.labels(),
        a.found() + b.found(),
        a.findings() + b.findings(),
        a.falseAlarms() + b.falseAlarms(),
        Stream.concat(a.delays().stream(), b.delays().stream()).toList(),
        OptionalDouble.of(days));
  }

  private static Found asGrave(Found found) {
    return new Found(
        found.rule(),
        found.device(),
        Severity.CRITICAL,
        found.since(),
        found.raisedAt(),
        found.until());
  }
}
