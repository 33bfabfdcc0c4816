package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Course;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.RuleEngine;

/**
 * Meters over nine days, with leaks, silences, new counters and things left on: what is learned of
 * the past is the same however the past arrives.
 */
class MeterProperties {
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant START = Instant.parse("2026-01-04T16:00:00Z");
  private static final int STEPS = 9 * 144;
  private static final Comparator<Episode> ORDER =
      Comparator.comparing(Episode::rule).thenComparing(Episode::since);

  @Property(tries = 25)
  void a_past_in_any_order_is_judged_as_one_in_order(@ForAll long seed) {
    for (String rule : List.of("WAT-01", "ELE-04", "ELE-05")) {
      ExampleSite site = site(rule);
      List<Observation> past = past(site, new Random(seed));
      DeviceRules rules = new RulesInForce(CATALOGUE, site.site()).device(site.device(), START);

      assertThat(live(rules, past, new Random(seed))).isEqualTo(straight(rules, past));
    }
  }

  @Test
  void much_is_found_in_them() {
    Set<String> found = new TreeSet<>();
    for (String id : List.of("WAT-01", "ELE-04", "ELE-05")) {
      ExampleSite site = site(id);
      DeviceRules rules = new RulesInForce(CATALOGUE, site.site()).device(site.device(), START);
      for (int seed = 1; seed <= 12; seed++) {
        Course course = new Course(rules);
        List<Observation> past = past(site, new Random(seed));
        past.forEach(course::take);
        course.finish(end(past));
        course.episodes().forEach(episode -> found.add(episode.rule().value()));
      }
    }

    assertThat(found).contains("WAT-01", "WAT-02", "ELE-01", "ELE-02", "ELE-04");
  }

  private static ExampleSite site(String id) {
    RuleDefinition rule = CATALOGUE.rule(RuleId.of(id)).orElseThrow();
    return new ExampleSite(rule, rule.examples().get(0), ZONE);
  }

  private static List<Observation> past(ExampleSite site, Random random) {
    List<Observation> past =
        switch (site.device().kind()) {
          case WATER_METER -> water(site, random);
          default -> power(site, random);
        };
    past.sort(Comparator.comparing(Observation::time));
    return past;
  }

  private static List<Observation> water(ExampleSite site, Random random) {
    List<Observation> all = new ArrayList<>();
    double total = 100;
    double leak = 0;
    for (int i = 0; i < STEPS; i++) {
      leak = random.nextInt(200) == 0 ? random.nextInt(3) * 0.01 : leak;
      int hour = i / 6 % 24;
      total += leak + (hour > 6 && hour < 20 && random.nextInt(3) > 0 ? 0.02 : 0);
      total = random.nextInt(700) == 0 ? 0 : total;
      double shown = random.nextInt(300) == 0 ? total - 0.05 : total;
      i += random.nextInt(150) == 0 ? random.nextInt(30) : 0;
      all.add(reading(site, Metric.WATER_TOTAL, i, Math.max(0, shown), random));
    }
    return all;
  }

  private static List<Observation> power(ExampleSite site, Random random) {
    List<Observation> all = new ArrayList<>();
    double on = 0;
    for (int i = 0; i < STEPS; i++) {
      on = random.nextInt(60) == 0 ? random.nextInt(4) * 1000 : on;
      i += random.nextInt(150) == 0 ? random.nextInt(30) : 0;
      double cycle = i % 5 < 2 ? 150 : 10;
      all.add(reading(site, Metric.POWER, i, 500 + on + cycle, random));
      double dip = random.nextInt(40) == 0 ? 100 : 0;
      all.add(reading(site, Metric.of("voltage_l1"), i, 220 - random.nextInt(30), random));
      all.add(reading(site, Metric.of("voltage_l2"), i, 220 - dip - dip, random));
    }
    return all;
  }

  private static Reading reading(
      ExampleSite site, Metric metric, int step, double value, Random random) {
    double rounded = Math.round(value * 1000) / 1000.0;
    Instant at = START.plus(Duration.ofMinutes(10L * step).plusSeconds(random.nextInt(20)));
    return Reading.of(site.device().id(), metric, at, rounded);
  }

  private static List<String> straight(DeviceRules rules, List<Observation> past) {
    Course course = new Course(rules);
    past.forEach(course::take);
    course.finish(end(past));
    return plain(course.episodes());
  }

  private static List<String> live(DeviceRules rules, List<Observation> past, Random random) {
    List<Observation> shuffled = new ArrayList<>(past);
    for (int i = 0; i + 40 < shuffled.size(); i += 40) {
      Collections.shuffle(shuffled.subList(i, i + 40), random);
    }
    Collections.rotate(shuffled, random.nextInt(past.size()));
    RuleEngine engine = new RuleEngine(List.of(rules), START);
    for (int i = 0; i < shuffled.size(); ) {
      int batch = Math.min(shuffled.size(), i + 1 + random.nextInt(400));
      engine.take(shuffled.subList(i, batch), end(past));
      i = batch;
    }
    engine.tick(end(past).plusSeconds(2));
    return plain(engine.episodes());
  }

  private static Instant end(List<Observation> past) {
    return past.get(past.size() - 1).time().plusSeconds(600);
  }

  private static List<String> plain(List<Episode> episodes) {
    return episodes.stream().sorted(ORDER).map(e -> e.confirmed().toString()).toList();
  }
}
