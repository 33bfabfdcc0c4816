package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** A past judged straight through is judged as it would have been live. */
class CourseProperties {
  private static final Comparator<Episode> ORDER =
      Comparator.comparing(Episode::device)
          .thenComparing(Episode::rule)
          .thenComparing(Episode::since);

  @Property(tries = 80)
  void the_laboratory_finds_what_the_engine_finds(@ForAll long seed) {
    Histories history = Histories.of(seed);
    Instant end = history.end().plusSeconds(60);
    RuleEngine engine = new RuleEngine(history.rules(), history.start());
    engine.take(history.observations(), history.end());
    engine.tick(end.plusSeconds(2));

    assertThat(plain(straight(history, end))).isEqualTo(plain(engine.episodes()));
  }

  @Property(tries = 40)
  void of_contradicting_values_the_lowest_counts_whatever_their_order(@ForAll long seed) {
    Histories history = Histories.of(seed);
    List<Observation> before = new ArrayList<>();
    List<Observation> after = new ArrayList<>();
    for (Observation o : history.observations()) {
      before.addAll(List.of(higher(o), o));
      after.addAll(List.of(o, higher(o)));
    }
    Histories one = new Histories(history.start(), history.rules(), before);
    Histories other = new Histories(history.start(), history.rules(), after);

    List<String> wanted = plain(straight(history, history.end()));
    assertThat(plain(straight(one, history.end()))).isEqualTo(wanted);
    assertThat(plain(straight(other, history.end()))).isEqualTo(wanted);
  }

  private static Observation higher(Observation observation) {
    return observation instanceof Reading r && r.metric() == Metric.TEMPERATURE
        ? new Reading(
            r.device(), r.metric(), r.time(), r.value() + 9, r.flaw(), r.provenance(), r.arrived())
        : observation;
  }

  private static List<Episode> straight(Histories history, Instant end) {
    List<Episode> found = new ArrayList<>();
    for (DeviceRules rules : history.rules()) {
      Course course = new Course(rules);
      history.observations().stream()
          .filter(o -> o.device().equals(rules.device()))
          .forEach(course::take);
      course.finish(end);
      found.addAll(course.episodes());
    }
    return found;
  }

  private static List<String> plain(List<Episode> episodes) {
    return episodes.stream().sorted(ORDER).map(e -> e.confirmed().toString()).toList();
  }
}
