package wuchang.rules.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/** Every column of the score, worked out by hand. */
class ScoreboardTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void a_label_is_found_by_a_finding_of_its_rule_and_device_up_to_an_hour_after_it() {
    assertThat(found(finding("FRG-01", "a", 0, 5), label("FRG-01", "a", 10, 20))).isZero();
    assertThat(found(finding("FRG-01", "a", 0, 10), label("FRG-01", "a", 10, 20))).isOne();
    assertThat(found(finding("FRG-01", "a", 80, 90), label("FRG-01", "a", 10, 20))).isOne();
    assertThat(found(finding("FRG-01", "a", 81, 90), label("FRG-01", "a", 10, 20))).isZero();
    assertThat(found(finding("FRG-01", "b", 10, 20), label("FRG-01", "a", 10, 20))).isZero();
    assertThat(found(finding("FRG-02", "a", 10, 20), label("FRG-01", "a", 10, 20))).isZero();
    assertThat(found(open("FRG-01", "a", 0), label("FRG-01", "a", 10, 20))).isOne();
    assertThat(found(open("FRG-01", "a", 81), label("FRG-01", "a", 10, 20))).isZero();
  }

  @Test
  void only_what_is_major_and_about_nothing_is_a_false_alarm() {
    Label label = label("FRG-01", "a", 10, 20);

    assertThat(falseAlarms(finding("FRG-02", "a", 15, 16), label)).as("another rule").isZero();
    assertThat(falseAlarms(finding("FRG-01", "b", 15, 16), label)).as("same area").isZero();
    assertThat(falseAlarms(finding("FRG-01", "c", 15, 16), label)).as("elsewhere").isOne();
    assertThat(falseAlarms(finding("FRG-01", "x", 15, 16), label)).as("no area").isOne();
    assertThat(falseAlarms(finding("FRG-01", "a", 90, 99), label)).as("later").isOne();
    assertThat(falseAlarms(finding("FRG-01", "a", 15, 16), benign("a", 10, 20))).isOne();
    Found warning =
        new Found(
            RuleId.of("X"), DeviceId.of("c"), Severity.WARNING, at(1), at(2), Optional.empty());
    assertThat(falseAlarms(warning, label)).as("a warning").isZero();
  }

  @Test
  void the_table_adds_up() {
    List<Found> findings =
        List.of(
            finding("FRG-01", "a", 12, 30),
            finding("FRG-01", "a", 500, 510),
            finding("FRG-01", "c", 700, 710),
            finding("FRG-02", "a", 1000, 1001));
    List<Label> labels =
        List.of(
            label("FRG-01", "a", 10, 20),
            label("FRG-01", "a", 490, 505),
            label("FRG-01", "b", 900, 905),
            label("GAT-02", "c", 1200, 1210),
            benign("c", 0, 1440));
    Scoreboard board = new Scoreboard(findings, labels, areas());

    assertThat(board.daysKnown()).hasValue(1);
    assertThat(board.marks(OptionalDouble.of(0.5)))
        .extracting(
            m -> m.name() + " " + m.labels() + " " + m.found() + " " + m.missed(),
            m -> m.findings() + " " + m.falseAlarms(),
            m -> m.precision() + " " + m.recall(),
            m -> m.delay(50) + " " + m.delay(90),
            Mark::falsePerDay)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "FRG-01 3 2 1",
                "3 1",
                OptionalDouble.of(2 / 3.0) + " " + OptionalDouble.of(2 / 3.0),
                minutes(3) + " " + minutes(11),
                OptionalDouble.of(2)),
            org.assertj.core.groups.Tuple.tuple(
                "FRG-02 0 0 0",
                "1 1",
                OptionalDouble.of(0) + " " + OptionalDouble.empty(),
                "Optional.empty Optional.empty",
                OptionalDouble.of(2)),
            org.assertj.core.groups.Tuple.tuple(
                "GAT-02 1 0 1",
                "0 0",
                OptionalDouble.empty() + " " + OptionalDouble.of(0),
                "Optional.empty Optional.empty",
                OptionalDouble.of(0)),
            org.assertj.core.groups.Tuple.tuple(
                "all 4 2 2",
                "4 2",
                OptionalDouble.of(0.5) + " " + OptionalDouble.of(0.5),
                minutes(3) + " " + minutes(11),
                OptionalDouble.of(4)));
  }

  @Test
  void percentiles_are_by_nearest_rank() {
    assertThat(delays(1).delay(50)).contains(Duration.ofSeconds(1));
    assertThat(delays(4).delay(50)).contains(Duration.ofSeconds(2));
    assertThat(delays(5).delay(50)).contains(Duration.ofSeconds(3));
    assertThat(delays(10).delay(90)).contains(Duration.ofSeconds(9));
    assertThat(delays(11).delay(90)).contains(Duration.ofSeconds(10));
  }

  @Test
  void the_first_finding_raised_decides_the_delay() {
    List<Found> two = List.of(finding("FRG-01", "a", 40, 50), finding("FRG-01", "a", 12, 13));
    Scoreboard board = new Scoreboard(two, List.of(label("FRG-01", "a", 10, 20)), Map.of());

    assertThat(board.marks(OptionalDouble.empty()).get(0).delay(90))
        .contains(Duration.ofMinutes(3));
    assertThat(board.marks(OptionalDouble.empty()).get(0).falsePerDay()).isEmpty();
  }

  @Test
  void nothing_at_all_is_a_table_of_nothing() {
    Scoreboard board = new Scoreboard(List.of(), List.of(), Map.of());

    assertThat(board.daysKnown()).isEmpty();
    assertThat(board.marks(board.daysKnown()))
        .singleElement()
        .extracting(Mark::name)
        .isEqualTo("all");
  }

  private static int found(Found finding, Label label) {
    return all(finding, label).found();
  }

  private static int falseAlarms(Found finding, Label label) {
    return all(finding, label).falseAlarms();
  }

  private static Mark all(Found finding, Label label) {
    List<Mark> marks =
        new Scoreboard(List.of(finding), List.of(label), areas()).marks(OptionalDouble.empty());
    return marks.get(marks.size() - 1);
  }

  private static Map<DeviceId, AreaId> areas() {
    AreaId kitchen = AreaId.of("kitchen");
    return Map.of(
        DeviceId.of("a"), kitchen, DeviceId.of("b"), kitchen, DeviceId.of("c"), AreaId.of("store"));
  }

  private static Mark delays(int count) {
    List<Duration> delays =
        java.util.stream.IntStream.rangeClosed(1, count).mapToObj(Duration::ofSeconds).toList();
    return new Mark("x", count, count, count, 0, delays, OptionalDouble.empty());
  }

  private static Optional<Duration> minutes(int minutes) {
    return Optional.of(Duration.ofMinutes(minutes));
  }

  /** A major finding that was raised a minute after it began. */
  private static Found finding(String rule, String device, int since, int until) {
    return new Found(
        RuleId.of(rule),
        DeviceId.of(device),
        Severity.MAJOR,
        at(since),
        at(since + 1),
        Optional.of(at(until)));
  }

  private static Found open(String rule, String device, int since) {
    return new Found(
        RuleId.of(rule),
        DeviceId.of(device),
        Severity.MAJOR,
        at(since),
        at(since + 1),
        Optional.empty());
  }

  private static Label label(String rule, String device, int start, int end) {
    return new Label(DeviceId.of(device), at(start), at(end), Optional.of(RuleId.of(rule)));
  }

  private static Label benign(String device, int start, int end) {
    return new Label(DeviceId.of(device), at(start), at(end), Optional.empty());
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
