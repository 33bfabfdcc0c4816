package wuchang.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Unit;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Course;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.Gathering;
import wuchang.rules.kernel.Periods;
import wuchang.rules.kernel.RuleEngine;

/**
 * What must hold of every rule of the catalogue on any life of a device: order, repetition,
 * batches, ticks and restarts change nothing, later is the same, and milder finds less.
 */
abstract class CatalogueLaws {
  private static final int MOST = 1 << 20;

  /**
   * Counts what other rules find. Made milder, one of their long findings may fall into several
   * short ones: more of them come back, though less is wrong.
   */
  private static final RuleId REPEATS = RuleId.of("PRC-03");

  @Property
  void any_order_of_arrival(@ForAll @IntRange(max = MOST) int number) {
    Life life = Life.of(number);
    List<Observation> shuffled = new ArrayList<>(life.said());
    Collections.shuffle(shuffled, new Random(number));

    assertThat(judged(life, shuffled, 11)).isEqualTo(straight(life));
  }

  @Property
  void repetitions(@ForAll @IntRange(max = MOST) int number) {
    Life life = Life.of(number);
    Random random = new Random(number);
    List<Observation> doubled = new ArrayList<>();
    for (Observation observation : life.said()) {
      doubled.add(observation);
      if (random.nextInt(3) == 0) {
        doubled.add(doubled.get(random.nextInt(doubled.size())));
      }
    }

    assertThat(judged(life, doubled, 7)).isEqualTo(straight(life));
  }

  @Property
  void any_batches(
      @ForAll @IntRange(max = MOST) int number, @ForAll @IntRange(min = 1, max = 400) int batch) {
    Life life = Life.of(number);

    assertThat(judged(life, life.said(), batch)).isEqualTo(straight(life));
  }

  @Property
  void any_ticks(
      @ForAll @IntRange(max = MOST) int number,
      @ForAll @IntRange(min = 7, max = 4000) int seconds) {
    Life life = Life.of(number);
    RuleEngine engine = new RuleEngine(life.rules(), life.start());
    Instant tick = life.start();
    for (Observation observation : life.said()) {
      for (; tick.isBefore(observation.time()); tick = tick.plusSeconds(seconds)) {
        engine.tick(tick);
      }
      engine.take(List.of(observation), observation.time());
    }

    assertThat(finished(engine, life)).isEqualTo(straight(life));
  }

  @Property
  void stop_and_restart_at_any_message(@ForAll @IntRange(max = MOST) int number) {
    Life life = Life.of(number);
    int cut = new Random(number).nextInt(life.said().size());
    List<Observation> first = life.said().subList(0, cut);
    Map<String, Episode> told = new TreeMap<>();
    RuleEngine before = new RuleEngine(life.rules(), life.start());
    first.forEach(o -> tell(before.take(List.of(o), o.time()).findings(), told));
    Instant now = cut == 0 ? life.start() : first.get(cut - 1).time();
    RuleEngine after = new RuleEngine(List.of(), now, life.rules().size(), Periods.NONE);
    for (DeviceRules rules : life.rules()) {
      List<Observation> known =
          first.stream().filter(o -> rules.heard().contains(o.device()) && rules.hears(o)).toList();
      List<Episode> episodes =
          told.values().stream()
              .filter(e -> e.device().equals(rules.device()) && rules.has(e.rule()))
              .toList();
      assertThat(after.rebuild(rules, known, List.of(), episodes, Instant.MIN, now)).isEmpty();
    }
    life.said().subList(cut, life.said().size()).forEach(o -> after.take(List.of(o), o.time()));

    assertThat(finished(after, life)).isEqualTo(straight(life));
  }

  @Property
  void some_weeks_later(
      @ForAll @IntRange(max = MOST) int number, @ForAll @IntRange(min = 1, max = 60) int weeks) {
    Life life = Life.of(number);

    assertThat(straight(life.later(weeks)))
        .isEqualTo(
            straight(life).stream()
                .map(line -> Moved.by(line, Duration.ofDays(7L * weeks)))
                .sorted()
                .toList());
  }

  @Property
  void what_is_tolerated_longer_was_found_before(@ForAll @IntRange(max = MOST) int number) {
    Life life = Life.of(number);

    assertMilder(
        life,
        (name, value) ->
            name.endsWith("tolerate") && value.unit().dimension() == Unit.SECOND.dimension()
                ? Quantity.of(value.in(Unit.SECOND) * 1.7 + 60, Unit.SECOND)
                : value);
  }

  @Property
  void what_is_beyond_a_wider_limit_was_found_before(@ForAll @IntRange(max = MOST) int number) {
    Life life = Life.of(number);

    assertMilder(
        life,
        (name, value) ->
            name.endsWith("above")
                ? Quantity.of(value.value() + 2, value.unit())
                : name.endsWith("below") ? Quantity.of(value.value() - 2, value.unit()) : value);
  }

  /** How a parameter is made milder. */
  private interface Milder {
    Quantity of(String name, Quantity value);
  }

  private static void assertMilder(Life life, Milder milder) {
    List<Episode> strict = episodes(life);
    List<Episode> lenient =
        episodes(life.over(overridden(life, milder))).stream()
            .filter(found -> !found.rule().equals(REPEATS))
            .toList();

    assertThat(lenient)
        .allSatisfy(found -> assertThat(strict).anyMatch(episode -> spans(episode, found)));
  }

  private static Site overridden(Life life, Milder milder) {
    Map<RuleId, RuleOverride> rules = new HashMap<>();
    Device one = life.site().device(DeviceId.of("one")).orElseThrow();
    for (RulesInForce.OnDevice on : life.inForce().on(one)) {
      Map<String, Quantity> values = new HashMap<>();
      on.values().forEach((name, value) -> values.put(name, milder.of(name, value)));
      rules.put(on.rule().id(), new RuleOverride(java.util.Optional.empty(), values));
    }
    return Overridden.site(life.site(), one, rules);
  }

  private static boolean spans(Episode outer, Episode inner) {
    return outer.rule().equals(inner.rule())
        && outer.device().equals(inner.device())
        && (!sameTier(outer, inner) || !outer.since().isAfter(inner.since()))
        && !outer.raisedAt().isAfter(inner.raisedAt())
        && outer
            .until()
            .map(u -> inner.until().map(v -> !u.isBefore(v)).orElse(false))
            .orElse(true);
  }

  /**
   * Whether both began with the same severity. An episode began when what opened it began: a graver
   * step that is tolerated for a shorter time may open it, and be wrong for less long.
   */
  private static boolean sameTier(Episode one, Episode other) {
    return one.steps().get(0).severity() == other.steps().get(0).severity();
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

  /** As the laboratory judges it: straight through, once. */
  private static List<String> straight(Life life) {
    return plain(episodes(life));
  }

  private static List<Episode> episodes(Life life) {
    List<Episode> found = new ArrayList<>();
    for (DeviceRules rules : life.rules()) {
      if (rules.ensemble().isPresent()) {
        Gathering gathering = new Gathering(rules, Periods.NONE);
        heard(life, rules).forEach(gathering::take);
        gathering.finish(end(life));
        found.addAll(gathering.episodes());
      } else {
        Course course = new Course(rules);
        heard(life, rules).forEach(course::take);
        course.finish(end(life));
        found.addAll(course.episodes());
      }
    }
    return found;
  }

  private static List<Observation> heard(Life life, DeviceRules rules) {
    return life.said().stream()
        .filter(o -> rules.heard().contains(o.device()) && rules.hears(o))
        .toList();
  }

  private static List<String> judged(Life life, List<Observation> arrivals, int batch) {
    RuleEngine engine = new RuleEngine(life.rules(), life.start());
    for (int i = 0; i < arrivals.size(); i += batch) {
      engine.take(arrivals.subList(i, Math.min(i + batch, arrivals.size())), life.end());
    }
    return finished(engine, life);
  }

  /** To where an engine has let time pass when it is finished. */
  private static Instant end(Life life) {
    return life.end().plusSeconds(60);
  }

  private static List<String> finished(RuleEngine engine, Life life) {
    engine.tick(end(life).plusSeconds(2));
    engine.tick(end(life).plusSeconds(2));
    return plain(engine.episodes());
  }

  private static List<String> plain(List<Episode> episodes) {
    return episodes.stream().map(e -> e.confirmed().toString()).sorted().toList();
  }
}
