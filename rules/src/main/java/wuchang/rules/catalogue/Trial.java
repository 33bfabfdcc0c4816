package wuchang.rules.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.RuleEngine;

/** Tries a rule on one of its examples: the example's device, its series, and what comes of it. */
public final class Trial {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Duration AFTER_EVENTS = Duration.ofMinutes(15);

  /** An outcome differs from what the example expects. */
  public record Failure(RuleDefinition rule, Example example, String wanted, String found) {
    @Override
    public String toString() {
      return "%s: example «%s»: expected %s, found %s"
          .formatted(rule.id(), example.name(), wanted, found);
    }
  }

  private final RuleDefinition rule;
  private final Example example;
  private final ExampleSite site;

  public Trial(RuleDefinition rule, Example example) {
    this.rule = rule;
    this.example = example;
    this.site = new ExampleSite(rule, example, ZONE);
  }

  /** Every failure of the examples of these rules. */
  public static List<Failure> failures(Iterable<RuleDefinition> rules) {
    List<Failure> failures = new ArrayList<>();
    for (RuleDefinition rule : rules) {
      for (Example example : rule.examples()) {
        new Trial(rule, example).run().ifPresent(failures::add);
      }
    }
    return failures;
  }

  /** Runs the example; empty when it comes out as expected. */
  public Optional<Failure> run() {
    List<String> found = new ArrayList<>();
    for (Episode episode : episodes()) {
      found.add(
          describe(
              episode.since(),
              episode.raisedAt(),
              Optional.of(episode.severity()),
              episode.until()));
    }
    List<String> wanted = new ArrayList<>();
    for (Example.Expected expected : example.expect()) {
      wanted.add(
          describe(
              start().plus(expected.since()),
              start().plus(expected.raised()),
              Optional.of(expected.severity().orElse(rule.severity())),
              expected.until().map(start()::plus)));
    }
    return wanted.equals(found)
        ? Optional.empty()
        : Optional.of(new Failure(rule, example, wanted.toString(), found.toString()));
  }

  private List<Episode> episodes() {
    Catalogue only = Catalogue.of(concerned());
    RulesInForce inForce = new RulesInForce(only, site.site());
    List<DeviceRules> rules = new ArrayList<>(List.of(inForce.device(site.device(), start())));
    inForce.ensembles(start()).stream()
        .filter(several -> several.device().equals(site.device().id()))
        .forEach(rules::add);
    RuleEngine engine = new RuleEngine(rules, start());
    List<Observation> observations = observations();
    engine.take(observations, start());
    engine.tick(end().plusSeconds(2));
    return engine.episodes().stream().filter(e -> e.rule().equals(rule.id())).toList();
  }

  /** The rule, and the one whose findings it is about, where the example names it. */
  private List<RuleDefinition> concerned() {
    return Optional.ofNullable(example.traits().get("with"))
        .flatMap(id -> Catalogue.shipped().rule(RuleId.of(id)))
        .map(other -> List.of(rule, other))
        .orElse(List.of(rule));
  }

  private List<Observation> observations() {
    List<Observation> all = new ArrayList<>();
    for (Map.Entry<String, String> series : example.series().entrySet()) {
      Of of = of(series.getKey(), "\\.");
      Metric metric = Metric.of(of.what());
      List<Double> values = Series.parse(series.getValue());
      for (int i = 0; i < values.size(); i++) {
        if (!values.get(i).isNaN()) {
          all.add(
              reading(
                  of.device(),
                  metric,
                  start().plus(example.every().multipliedBy(i)),
                  values.get(i)));
        }
      }
    }
    for (String event : example.events()) {
      all.add(new ExampleEvent(event, site.device().id(), start()).said());
    }
    return all;
  }

  /** Whose series or event it is, and what. */
  private record Of(DeviceId device, String what) {}

  private Of of(String name, String separator) {
    String[] parts = name.split(separator, 2);
    return parts.length == 1
        ? new Of(site.device().id(), name)
        : new Of(DeviceId.of(parts[0]), parts[1]);
  }

  private Reading reading(DeviceId device, Metric metric, Instant at, double value) {
    boolean plausible =
        site.site().device(device).orElseThrow().kind().plausible(metric).contains(value);
    Flaw flaw = plausible ? Flaw.NONE : Flaw.OUT_OF_RANGE;
    return new Reading(device, metric, at, value, flaw, Provenance.LIVE, at);
  }

  private Instant start() {
    String time = example.traits().getOrDefault("start", "08:00");
    return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  private Instant end() {
    Instant last = start();
    for (String series : example.series().values()) {
      Instant end = start().plus(example.every().multipliedBy(Series.parse(series).size()));
      last = end.isAfter(last) ? end : last;
    }
    for (String event : example.events()) {
      Instant at = new ExampleEvent(event, site.device().id(), start()).time();
      last = at.isAfter(last) ? at : last;
    }
    Optional<String> lasts = Optional.ofNullable(example.traits().get("lasts"));
    if (lasts.isPresent()) {
      return start().plus(ExampleSite.duration(lasts.get()));
    }
    return example.events().isEmpty() ? last : last.plus(AFTER_EVENTS);
  }

  private String describe(
      Instant since, Instant raised, Optional<Severity> severity, Optional<Instant> until) {
    return "%s since +%s raised +%s until %s"
        .formatted(
            severity.map(Severity::word).orElse(""),
            offset(since),
            offset(raised),
            until.map(u -> "+" + offset(u)).orElse("open"));
  }

  private String offset(Instant at) {
    return Duration.between(start(), at).toSeconds() + " s";
  }
}
