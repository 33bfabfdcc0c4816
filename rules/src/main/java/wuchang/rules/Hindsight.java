package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Explanations;
import wuchang.domain.journal.History;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Course;
import wuchang.rules.kernel.DeviceRules;

/**
 * Tells why a rule did or did not fire, by judging the past again up to that instant, under the
 * rules now in force and with the kernel that judges live.
 */
public final class Hindsight implements Explanations {
  /** What several devices say together goes back less far: only silence counts. */
  private static final Duration TOGETHER = Duration.ofHours(6);

  private static final int BATCHES = 200;

  private final Catalogue catalogue;
  private final Supplier<Site> site;
  private final Journal journal;
  private final History history;

  public Hindsight(Catalogue catalogue, Supplier<Site> site, Journal journal, History history) {
    this.catalogue = catalogue;
    this.site = site;
    this.journal = journal;
    this.history = history;
  }

  @Override
  public Optional<Explanation> why(DeviceId id, RuleId rule, Instant at) {
    Site now = site.get();
    RulesInForce inForce = new RulesInForce(catalogue, now);
    Optional<Device> device =
        inForce.subjects().stream().filter(each -> each.id().equals(id)).findFirst();
    if (device.isEmpty() || catalogue.rule(rule).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        inForce.on(device.get()).stream()
            .filter(on -> on.rule().id().equals(rule))
            .findFirst()
            .map(on -> explain(inForce, on, at))
            .orElseGet(() -> notInForce(id, rule, at)));
  }

  private Explanation explain(RulesInForce inForce, RulesInForce.OnDevice on, Instant at) {
    boolean several = inForce.isOfSeveral(on.rule().id());
    Duration back = several ? TOGETHER : RulesInForce.memory(on.device()).plus(Judge.LOOKBACK);
    Instant from = at.minus(back);
    DeviceRules rules =
        several
            ? inForce.ensembles(from).stream()
                .filter(each -> each.device().equals(on.device().id()))
                .findFirst()
                .orElseThrow()
            : inForce.device(on.device(), at);
    Course course = new Course(rules);
    Map<Metric, Reading> newest = new TreeMap<>();
    for (Observation observation : past(rules, from, at)) {
      course.take(observation);
      if (observation instanceof Reading reading && rules.wants(on.rule().id(), reading)) {
        newest.put(reading.metric(), reading);
      }
    }
    course.finish(at);
    return course.explain(
        on.rule().id(), at, on.version(), on.values(), List.copyOf(newest.values()));
  }

  /** What the store has, and what the journal has not handed to it yet, in order of time. */
  private List<Observation> past(DeviceRules rules, Instant from, Instant at) {
    Instant to = at.plusMillis(1);
    List<Observation> all = new ArrayList<>();
    StoredPast stored = new StoredPast(site.get(), history);
    for (DeviceId member : rules.heard()) {
      all.addAll(stored.of(member, from, to));
    }
    long position = journal.position(Journal.Reader.STORE);
    for (List<Journal.Placed> more = journal.read(position, BATCHES);
        !more.isEmpty();
        more = journal.read(position, BATCHES)) {
      for (Journal.Placed placed : more) {
        for (Observation o : placed.batch().observations()) {
          if (rules.heard().contains(o.device())
              && !o.time().isBefore(from)
              && o.time().isBefore(to)) {
            all.add(o);
          }
        }
        position = placed.position();
      }
    }
    all.removeIf(o -> !rules.hears(o));
    all.sort(Comparator.comparing(Observation::time));
    return all;
  }

  private static Explanation notInForce(DeviceId device, RuleId rule, Instant at) {
    return new Explanation(
        device,
        rule,
        at,
        EvidenceState.UNPROVEN,
        "",
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
