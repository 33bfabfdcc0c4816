package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.Observation;

/**
 * What must hold for any history: order, repetition, batching, ticks and restarts change nothing.
 */
class EngineProperties {
  private static final int TRIES = 40;

  @Property(tries = TRIES)
  void any_order_of_arrival_ends_in_the_same_episodes(@ForAll long seed) {
    Histories history = Histories.of(seed);
    List<Observation> shuffled = new ArrayList<>(history.observations());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(judged(history, shuffled, 7)).isEqualTo(inOrder(history));
  }

  @Property(tries = TRIES)
  void repetitions_change_nothing(@ForAll long seed) {
    Histories history = Histories.of(seed);
    Random random = new Random(seed);
    List<Observation> doubled = new ArrayList<>();
    for (Observation observation : history.observations()) {
      doubled.add(observation);
      if (random.nextInt(3) == 0) {
        doubled.add(doubled.get(random.nextInt(doubled.size())));
      }
    }

    assertThat(judged(history, doubled, 5)).isEqualTo(inOrder(history));
  }

  @Property(tries = TRIES)
  void any_batches_end_in_the_same_episodes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int batch) {
    Histories history = Histories.of(seed);

    assertThat(judged(history, history.observations(), batch)).isEqualTo(inOrder(history));
  }

  @Property(tries = TRIES)
  void any_ticks_end_in_the_same_episodes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4000) int seconds) {
    Histories history = Histories.of(seed);
    RuleEngine engine = engine(history);
    Instant tick = history.start();
    for (Observation observation : history.observations()) {
      while (tick.isBefore(observation.time())) {
        engine.tick(tick);
        tick = tick.plusSeconds(seconds);
      }
      engine.take(List.of(observation), observation.time());
    }

    assertThat(finished(engine, history)).isEqualTo(inOrder(history));
  }

  @Property(tries = TRIES)
  void a_restart_at_any_message_changes_nothing_and_tells_nothing_twice(@ForAll long seed) {
    Histories history = Histories.of(seed);
    List<Observation> all = history.observations();
    int cut = new Random(seed).nextInt(all.size());
    Map<String, Episode> told = new TreeMap<>();
    RuleEngine before = engine(history);
    for (Observation observation : all.subList(0, cut)) {
      tell(before.take(List.of(observation), observation.time()).findings(), told);
    }

    RuleEngine after = engine(history);
    Instant now = cut == 0 ? history.start() : all.get(cut - 1).time();
    for (DeviceRules rules : history.rules()) {
      List<Observation> known =
          all.subList(0, cut).stream().filter(o -> o.device().equals(rules.device())).toList();
      List<Episode> episodes =
          told.values().stream().filter(e -> e.device().equals(rules.device())).toList();
      List<Finding> again = after.rebuild(rules, known, List.of(), episodes, Instant.MIN, now);
      assertThat(again).as("told again after a restart").isEmpty();
    }
    for (Observation observation : all.subList(cut, all.size())) {
      tell(after.take(List.of(observation), observation.time()).findings(), told);
    }

    assertThat(finished(after, history)).isEqualTo(inOrder(history));
  }

  @Property(tries = TRIES)
  void what_is_told_adds_up_to_what_is_so(@ForAll long seed) {
    Histories history = Histories.of(seed);
    List<Observation> shuffled = new ArrayList<>(history.observations());
    Collections.shuffle(shuffled, new Random(seed));
    RuleEngine engine = engine(history);
    Map<String, Episode> told = new TreeMap<>();
    for (int i = 0; i < shuffled.size(); i += 3) {
      List<Observation> batch = shuffled.subList(i, Math.min(i + 3, shuffled.size()));
      tell(engine.take(batch, history.end()).findings(), told);
    }
    tell(engine.tick(history.end().plusSeconds(60)), told);

    assertThat(told.values().stream().map(EngineProperties::plain).sorted().toList())
        .isEqualTo(engine.episodes().stream().map(EngineProperties::plain).sorted().toList());
  }

  @Property(tries = TRIES)
  void moving_all_times_moves_nothing_else(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 100_000) int minutes) {
    Histories history = Histories.of(seed);
    Duration by = Duration.ofMinutes(minutes);
    Histories later = history.shifted(by);

    assertThat(inOrder(later)).isEqualTo(offsets(inOrder(history), by));
  }

  /**
   * What is found with more tolerance is found with less, too. (There may be more of them: a milder
   * tier that no longer fires does not hold two of a graver one together.)
   */
  @Property(tries = TRIES)
  void tolerating_longer_never_finds_what_was_not_found_before(@ForAll long seed) {
    Histories history = Histories.of(seed);
    List<Episode> strict = episodes(history.tolerating(5));

    assertThat(episodes(history.tolerating(20)))
        .allSatisfy(lenient -> assertThat(strict).anyMatch(episode -> spans(episode, lenient)));
  }

  private static List<Episode> episodes(Histories history) {
    RuleEngine engine = engine(history);
    engine.take(history.observations(), history.end());
    finished(engine, history);
    return engine.episodes();
  }

  private static boolean spans(Episode outer, Episode inner) {
    return outer.rule().equals(inner.rule())
        && outer.device().equals(inner.device())
        && !outer.since().isAfter(inner.since())
        && !outer.raisedAt().isAfter(inner.raisedAt())
        && outer
            .until()
            .map(u -> inner.until().map(v -> !u.isBefore(v)).orElse(false))
            .orElse(true);
  }

  private static void tell(List<Finding> findings, Map<String, Episode> told) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Revised revised) {
        told.remove(key(revised.before()));
        revised.after().ifPresent(after -> told.put(key(after), after));
      } else {
        told.put(key(finding.episode()), finding.episode());
      }
    }
  }

  private static String key(Episode e) {
    return e.device() + " " + e.rule() + " " + e.since();
  }

  private static List<String> inOrder(Histories history) {
    return judged(history, history.observations(), 1);
  }

  private static List<String> judged(Histories history, List<Observation> arrivals, int batch) {
    RuleEngine engine = engine(history);
    for (int i = 0; i < arrivals.size(); i += batch) {
      engine.take(arrivals.subList(i, Math.min(i + batch, arrivals.size())), history.end());
    }
    return finished(engine, history);
  }

  private static RuleEngine engine(Histories history) {
    return new RuleEngine(history.rules(), history.start());
  }

  private static List<String> finished(RuleEngine engine, Histories history) {
    engine.tick(history.end().plusSeconds(60));
    engine.tick(history.end().plusSeconds(62));
    return engine.episodes().stream().map(EngineProperties::plain).sorted().toList();
  }

  /** All that must be the same: how soon it was known is not among it. */
  private static String plain(Episode e) {
    return String.join(
        " ",
        e.device().value(),
        e.rule().value(),
        e.severity().word(),
        e.since().toString(),
        e.raisedAt().toString(),
        e.until().map(Instant::toString).orElse("open"),
        e.evidence().toString(),
        e.frozen().toString(),
        e.steps().toString());
  }

  private static List<String> offsets(List<String> lines, Duration by) {
    Comparator<String> order = Comparator.naturalOrder();
    return lines.stream().map(line -> Histories.shiftTimes(line, by)).sorted(order).toList();
  }

  static DeviceId device(int n) {
    return DeviceId.of("device-" + n);
  }
}
