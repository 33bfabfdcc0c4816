package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Course;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.Periods;
import wuchang.rules.kernel.RuleEngine;

/** What people do and write down is judged the same in any order, repeated, and after a restart. */
class PeopleProperties {
  private static final int TRIES = 25;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(3);
  private static final List<String> PEOPLE =
      List.of("cook", "soon", "now", "late", "none", "clerk", "stranger");

  private final ExampleSite site = site();
  private final DeviceRules rules =
      new RulesInForce(Catalogue.shipped(), site.site()).device(site.device(), START);

  @Property(tries = TRIES)
  void in_any_order_with_repeats_and_ticks_the_findings_are_those_of_the_past_in_order(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int batch) {
    List<Observation> said = said(new Random(seed));
    List<Observation> arrived = new ArrayList<>(said);
    arrived.addAll(said.subList(0, said.size() / 3));
    Collections.shuffle(arrived, new Random(seed));

    RuleEngine engine = new RuleEngine(List.of(rules), START);
    for (int i = 0; i < arrived.size(); i += batch) {
      engine.take(arrived.subList(i, Math.min(i + batch, arrived.size())), end());
    }
    engine.tick(end().plusSeconds(60));

    assertThat(plain(engine.episodes())).isEqualTo(inOrder(said)).isNotEmpty();
  }

  @Property(tries = TRIES)
  void ticks_between_decide_nothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int hours) {
    List<Observation> said = said(new Random(seed));
    RuleEngine engine = new RuleEngine(List.of(rules), START);
    Instant tick = START;
    for (Observation each : said) {
      while (tick.isBefore(each.time())) {
        engine.tick(tick);
        tick = tick.plus(Duration.ofHours(hours));
      }
      engine.take(List.of(each), each.time());
    }
    engine.tick(end().plusSeconds(60));

    assertThat(plain(engine.episodes())).isEqualTo(inOrder(said));
  }

  @Property(tries = TRIES)
  void a_restart_at_any_message_tells_nothing_twice_and_misses_nothing(@ForAll long seed) {
    List<Observation> said = said(new Random(seed));
    int cut = 1 + new Random(seed).nextInt(said.size() - 1);
    List<Observation> before = said.subList(0, cut);
    Instant now = before.get(cut - 1).time();
    RuleEngine first = new RuleEngine(List.of(rules), START);
    before.forEach(each -> first.take(List.of(each), each.time()));

    RuleEngine second = new RuleEngine(List.of(), now, 1, Periods.NONE);
    assertThat(second.rebuild(rules, before, List.of(), first.episodes(), Instant.MIN, now))
        .isEmpty();
    said.subList(cut, said.size()).forEach(each -> second.take(List.of(each), each.time()));
    second.tick(end().plusSeconds(60));

    assertThat(plain(second.episodes())).isEqualTo(inOrder(said));
  }

  private List<String> inOrder(List<Observation> said) {
    Course course = new Course(rules);
    said.forEach(course::take);
    // As far as a tick goes a minute later: it stays two seconds behind.
    course.finish(end().plusSeconds(58));
    return plain(course.episodes());
  }

  private List<Observation> said(Random random) {
    List<Observation> said = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String at = "@" + random.nextInt((int) SPAN.toSeconds()) + "s";
      String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      String text =
          switch (random.nextInt(9)) {
            case 0, 1, 2 -> "granted person=" + who;
            case 3 -> "denied";
            case 4 -> "record:morning-check person=" + who;
            case 5 -> "record:order purpose=maintenance from=+" + i + "h until=+" + (i + 1) + "h";
            case 6 -> "record:visitor host=cook card=stranger from=+0s until=+" + i + "h";
            case 7 -> "record:patrol area=area";
            default -> "granted person=stranger direction=" + (i % 2 == 0 ? "in" : "out");
          };
      said.add(new ExampleEvent(text + at, site.device().id(), START).said());
    }
    for (int i = 0; i < 4; i++) {
      String at = "@" + (50_000 + 20 * i) + "s";
      said.add(new ExampleEvent("denied" + at, site.device().id(), START).said());
    }
    said.sort(Comparator.comparing(Observation::time));
    return said;
  }

  private static Instant end() {
    return START.plus(SPAN);
  }

  private static List<String> plain(List<Episode> episodes) {
    return episodes.stream()
        .map(
            e ->
                "%s %s %s %s %s"
                    .formatted(e.rule(), e.severity(), e.since(), e.raisedAt(), e.until()))
        .sorted()
        .toList();
  }

  private static ExampleSite site() {
    RuleDefinition gate =
        Catalogue.shipped().rules().stream()
            .filter(rule -> rule.id().value().equals("GAT-01"))
            .findFirst()
            .orElseThrow();
    Example example =
        new Example(
            "",
            Map.of("allowed", "mon-fri 06:00-20:00", "interval", "none"),
            Map.of(),
            Duration.ofMinutes(1),
            Map.of(),
            List.of(),
            List.of());
    return new ExampleSite(gate, example, ZoneId.of("Asia/Shanghai"));
  }
}
