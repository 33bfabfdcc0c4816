package wuchang.app.detection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.app.laboratory.Span;
import wuchang.app.scenario.InvalidScenario;
import wuchang.app.scenario.ScenarioReader;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Episode;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.lab.Found;
import wuchang.rules.lab.Label;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.ReadingsWriter;
import wuchang.simulators.scenario.Recording;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;
import wuchang.simulators.scenario.Truthful;

/**
 * A scenario with a seed, written as a file of readings and judged from it.
 *
 * @param episodes what the rules find
 * @param atOnce what plain limits find
 * @param delayed what plain limits find that wait for half an hour
 * @param labels the truth
 */
record Month(
    String name,
    Site site,
    double days,
    List<Label> labels,
    List<Episode> episodes,
    List<Found> atOnce,
    List<Found> delayed) {
  /** A Monday; the same months whenever this runs. */
  private static final Instant END = Instant.parse("2026-11-01T16:00:00Z");

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  /**
   * Plays and judges it.
   *
   * @param scenario the name of a shipped scenario, or a file
   * @param folder for the file of readings, which is deleted again
   */
  static Month play(String scenario, long seed, Path folder)
      throws InvalidScenario, IOException, InterruptedException {
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader configurations =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Scenario played = new ScenarioReader(configurations).read(scenario).scenario().seeded(seed);
    Path csv = Files.createTempFile(folder, scenario.replaceAll("\\W", "-"), ".csv");
    try {
      Stretch stretch = played.span().endingAt(END);
      List<Truthful> truth = write(played, stretch, csv);
      double days = stretch.length().toMillis() / DAY_MILLIS * played.canteens().count();
      return judge(scenario + " " + seed, played.site(), days, truth, csv, catalogue);
    } finally {
      Files.delete(csv);
    }
  }

  List<Found> wuchang() {
    return episodes.stream().map(Month::found).toList();
  }

  Judged byWuchang() {
    return Judged.of(wuchang(), labels, areas(), days);
  }

  Judged byLimitsAtOnce() {
    return Judged.of(atOnce, labels, areas(), days);
  }

  Judged byDelayedLimits() {
    return Judged.of(delayed, labels, areas(), days);
  }

  /** What the rules did not find. */
  List<Label> missed() {
    return labels.stream()
        .filter(label -> label.rule().isPresent())
        .filter(
            label ->
                Judged.of(wuchang(), List.of(label), areas(), days).marks().get("all").found() == 0)
        .toList();
  }

  /** What the rules would have paged for that was nothing. */
  List<Found> falsePages() {
    return wuchang().stream()
        .filter(
            found ->
                Judged.of(List.of(found), labels, areas(), days).marks().get("all").falseAlarms()
                    > 0)
        .toList();
  }

  private static List<Truthful> write(Scenario played, Stretch stretch, Path csv)
      throws IOException, InterruptedException {
    try (Crew crew = new Crew(Runtime.getRuntime().availableProcessors());
        ReadingsWriter file =
            new ReadingsWriter(new BufferedOutputStream(Files.newOutputStream(csv)))) {
      Simulation simulation = new Simulation(played, stretch, Simulation.FAST, crew);
      new Recording(simulation, stretch, crew, Progress.SILENT).to(file);
      return simulation.writtenTruth();
    }
  }

  private static Month judge(
      String name, Site site, double days, List<Truthful> truth, Path csv, Catalogue catalogue)
      throws IOException, InterruptedException {
    RulesInForce rules = new RulesInForce(catalogue, site);
    PlainLimits atOnce = new PlainLimits(rules, site, Duration.ZERO);
    PlainLimits delayed = new PlainLimits(rules, site, HALF_AN_HOUR);
    ReadingsFile.at(csv)
        .forEach(
            row -> {
              if (row instanceof Row.Value value) {
                atOnce.take(value);
                delayed.take(value);
              }
            });
    List<Label> labels = truth.stream().map(Month::label).toList();
    return new Month(
        name, site, days, labels, byRules(rules, site, csv), atOnce.findings(), delayed.findings());
  }

  private static List<Episode> byRules(RulesInForce rules, Site site, Path csv)
      throws IOException, InterruptedException {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return new Experiment(
            List.of(rules),
            List.copyOf(site.devices().values()),
            Span.ALL,
            Experiment.Limits.usual(),
            new Experiment.Voice(nobody, false, "detection"))
        .onFile(csv)
        .get(0);
  }

  private Map<DeviceId, AreaId> areas() {
    Map<DeviceId, AreaId> areas = new HashMap<>();
    site.devices().values().forEach(device -> areas.put(device.id(), device.area()));
    return areas;
  }

  private static Found found(Episode episode) {
    return new Found(
        episode.rule(),
        episode.device(),
        episode.severity(),
        episode.since(),
        episode.raisedAt(),
        episode.until());
  }

  private static Label label(Truthful truth) {
    wuchang.simulators.mishap.Label label = truth.label();
    Optional<RuleId> rule =
        label.kind().startsWith("benign:")
            ? Optional.empty()
            : Optional.of(RuleId.of(label.kind()));
    return new Label(label.device(), label.start(), label.end(), rule);
  }
}
