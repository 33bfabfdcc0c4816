package wuchang.app.filled;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.app.laboratory.Span;
import wuchang.app.scenario.InvalidScenario;
import wuchang.app.scenario.ScenarioReader;
import wuchang.domain.AlertId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Site;
import wuchang.ingest.Value;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.schedule.SitePeriods;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.ReadingsWriter;
import wuchang.simulators.scenario.Recording;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;
import wuchang.store.Database;
import wuchang.store.StoreWriter;

/**
 * A store with what a scenario plays: readings, events, alerts as the rules find them, evidence,
 * and the calendar. It ends at a given instant.
 */
public final class FilledStore {
  private static final int BATCH = 20_000;

  private final Catalogue catalogue = Catalogue.shipped();
  private final StoreWriter writer;
  private final Site site;
  private final Instant end;
  private List<Observation> waiting = new ArrayList<>();
  private long position;

  private FilledStore(Database database, Scenario scenario, Instant end) {
    this.site = scenario.site();
    this.end = end;
    this.writer = new StoreWriter(database, s -> new RulesInForce(catalogue, s).limits());
  }

  /**
   * Fills an empty database.
   *
   * @param scenario the name of a shipped scenario, or a file
   * @param folder for the file of readings, which is deleted again
   */
  public static Site fill(Database database, String scenario, Instant end, Path folder)
      throws InvalidScenario, IOException, InterruptedException {
    ConfigReader configurations =
        new ConfigReader(new CatalogueVocabulary(Catalogue.shipped()), name -> Optional.empty());
    Scenario played = new ScenarioReader(configurations).read(scenario).scenario();
    Path csv = Files.createTempFile(folder, "past", ".csv");
    try {
      write(played, played.span().endingAt(end), csv);
      FilledStore store = new FilledStore(database, played, end);
      store.readings(csv);
      store.judged(csv);
      return store.site;
    } finally {
      Files.delete(csv);
    }
  }

  private static void write(Scenario played, Stretch stretch, Path csv)
      throws IOException, InterruptedException {
    try (Crew crew = new Crew(Runtime.getRuntime().availableProcessors());
        ReadingsWriter file =
            new ReadingsWriter(new BufferedOutputStream(Files.newOutputStream(csv)))) {
      Simulation simulation = new Simulation(played, stretch, Simulation.FAST, crew);
      new Recording(simulation, stretch, crew, Progress.SILENT).to(file);
    }
  }

  private void readings(Path csv) throws IOException, InterruptedException {
    writer.begin(site, 0);
    writer.calendar(site, end);
    ReadingsFile.at(csv).forEach(this::take);
    flush();
  }

  private void take(Row row) {
    if (row instanceof Row.Value value) {
      site.device(row.device())
          .ifPresent(
              device ->
                  waiting.add(
                      new Reading(
                          device.id(),
                          value.metric(),
                          row.time(),
                          value.value(),
                          Value.flaw(device.kind(), value.metric(), value.value()),
                          Provenance.LIVE,
                          row.time())));
    } else if (row instanceof Row.Event event) {
      waiting.add(event.said(row.time(), Provenance.LIVE));
    }
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    writer.write(List.of(new Placed(++position, Batch.of(waiting, List.of()))));
    waiting = new ArrayList<>();
  }

  private void judged(Path csv) throws IOException, InterruptedException {
    List<Coverage> covered = new ArrayList<>();
    List<Episode> found =
        new Experiment(
                List.of(new RulesInForce(catalogue, site)),
                List.copyOf(site.devices().values()),
                Span.ALL,
                Experiment.Limits.usual(),
                new Experiment.Voice(new PrintWriter(Writer.nullWriter()), false, "fill"))
            .covering(new SitePeriods(site), covered::addAll)
            .onFile(csv)
            .get(0);
    writer.write(
        List.of(
            new Placed(
                ++position, Batch.ofAlerts(found.stream().map(this::opened).toList(), List.of()))));
    writer.cover(covered);
  }

  private AlertStep opened(Episode episode) {
    RuleCard card = catalogue.card(episode.rule()).orElseThrow();
    RuleId rule = episode.rule();
    Alert alert =
        new Alert(
            AlertId.of(rule + "." + episode.device() + "." + episode.since().toEpochMilli()),
            rule,
            episode.device(),
            site.device(episode.device()).orElseThrow().area(),
            card.principle(),
            episode.severity(),
            episode.isOpen() ? AlertState.OPEN : AlertState.RESOLVED,
            episode.since(),
            episode.raisedAt(),
            episode.raisedAt(),
            episode.until(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            episode.evidence(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new AlertStep(
        AlertStep.Kind.OPENED, episode.raisedAt(), AlertStep.SYSTEM, "breached", alert);
  }
}
