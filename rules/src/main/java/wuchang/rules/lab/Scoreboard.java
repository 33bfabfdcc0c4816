package wuchang.rules.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/**
 * Marks findings against the truth (CONTRACT §4). A label is found when a finding of its rule and
 * device overlaps [start, end + 1 h]; a major or critical finding that overlaps this stretch of no
 * rule label of its device or area is a false alarm. So what finds a label is never one.
 */
public final class Scoreboard {
  private static final double DAY_SECONDS = 86_400;

  private final List<Found> findings;
  private final List<Label> labels;
  private final Map<DeviceId, AreaId> areas;
  private final Map<DeviceId, List<Label>> byDevice;
  private final Map<AreaId, List<Label>> byArea = new HashMap<>();

  /**
   * @param areas where the devices are; one without an area shares it with no other
   */
  public Scoreboard(
      Collection<Found> findings, Collection<Label> labels, Map<DeviceId, AreaId> areas) {
    this.findings = List.copyOf(findings);
    this.labels = List.copyOf(labels);
    this.areas = Map.copyOf(areas);
    this.byDevice = ruleLabels().collect(Collectors.groupingBy(Label::device));
    byDevice.forEach(
        (device, of) ->
            Optional.ofNullable(areas.get(device))
                .ifPresent(
                    area -> byArea.computeIfAbsent(area, a -> new ArrayList<>()).addAll(of)));
  }

  /**
   * The days from the first beginning to the last end of anything that is labelled or found; empty
   * when that is no time at all.
   */
  public OptionalDouble daysKnown() {
    List<Instant> times = new ArrayList<>();
    labels.forEach(label -> times.addAll(List.of(label.start(), label.end())));
    findings.forEach(found -> times.addAll(List.of(found.since(), found.lastKnown())));
    Optional<Instant> first = times.stream().min(Comparator.naturalOrder());
    Optional<Instant> last = times.stream().max(Comparator.naturalOrder());
    return first.isPresent() ? days(first.get(), last.orElseThrow()) : OptionalDouble.empty();
  }

  /** The days between two instants; empty when there is no time between them. */
  public static OptionalDouble days(Instant from, Instant to) {
    double days = Duration.between(from, to).toMillis() / 1000.0 / DAY_SECONDS;
    return days > 0 ? OptionalDouble.of(days) : OptionalDouble.empty();
  }

  /** A mark for each rule that is labelled or found something, by id, and one for all. */
  public List<Mark> marks(OptionalDouble days) {
    TreeSet<RuleId> rules = new TreeSet<>();
    ruleLabels().forEach(label -> rules.add(label.rule().orElseThrow()));
    findings.forEach(finding -> rules.add(finding.rule()));
    List<Mark> marks = new ArrayList<>();
    for (RuleId rule : rules) {
      marks.add(
          mark(
              rule.value(),
              ruleLabels().filter(l -> l.rule().equals(Optional.of(rule))).toList(),
              findings.stream().filter(f -> f.rule().equals(rule)).toList(),
              days));
    }
    marks.add(mark("all", ruleLabels().toList(), findings, days));
    return marks;
  }

  private Mark mark(String name, List<Label> of, List<Found> found, OptionalDouble days) {
    Map<DeviceId, List<Found>> by = found.stream().collect(Collectors.groupingBy(Found::device));
    List<Duration> delays =
        of.stream()
            .map(label -> delay(label, by.getOrDefault(label.device(), List.of())))
            .flatMap(Optional::stream)
            .toList();
    int falseAlarms = (int) found.stream().filter(this::isFalseAlarm).count();
    return new Mark(name, of.size(), delays.size(), found.size(), falseAlarms, delays, days);
  }

  /** How long after its start a label was found: by the finding that was raised first. */
  private static Optional<Duration> delay(Label label, List<Found> ofDevice) {
    return ofDevice.stream()
        .filter(finding -> label.rule().equals(Optional.of(finding.rule())))
        .filter(label::isTouchedBy)
        .map(Found::raisedAt)
        .min(Comparator.naturalOrder())
        .map(raised -> Duration.between(label.start(), raised));
  }

  private boolean isFalseAlarm(Found finding) {
    if (!finding.severity().atLeast(Severity.MAJOR)) {
      return false;
    }
    Stream<Label> near =
        Stream.of(
                byDevice.get(finding.device()),
                Optional.ofNullable(areas.get(finding.device())).map(byArea::get).orElse(null))
            .filter(Objects::nonNull)
            .flatMap(List::stream);
    return near.noneMatch(label -> label.isTouchedBy(finding));
  }

  private Stream<Label> ruleLabels() {
    return labels.stream().filter(label -> label.rule().isPresent());
  }
}
