package wuchang.app.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.rules.catalogue.Catalogue;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.ReadingsWriter;
import wuchang.simulators.scenario.Recording;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;

/** The shipped scenarios, as tests read and play them. */
final class Shipped {
  /** A Monday, midnight in Shanghai. */
  static final Instant MONDAY = Instant.parse("2026-11-01T16:00:00Z");

  static final ConfigReader CONFIGURATIONS =
      new ConfigReader(new CatalogueVocabulary(Catalogue.shipped()), name -> Optional.empty());

  private Shipped() {}

  static ReadScenario read(String name) throws InvalidScenario {
    return new ScenarioReader(CONFIGURATIONS).read(name);
  }

  /** The whole span from that Monday on, ready to be played. */
  static Simulation simulation(Scenario scenario, Crew crew) {
    Stretch stretch = scenario.from(MONDAY).span().endingAt(MONDAY);
    return new Simulation(scenario, stretch, Simulation.FAST, crew);
  }

  /** The file of its first hours. */
  static byte[] file(Scenario scenario, Duration hours, int threads)
      throws IOException, InterruptedException {
    Stretch stretch = new Stretch(MONDAY, MONDAY.plus(hours));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Crew crew = new Crew(threads);
        ReadingsWriter file = new ReadingsWriter(bytes)) {
      Simulation simulation = new Simulation(scenario, stretch, Simulation.FAST, crew);
      new Recording(simulation, stretch, crew, Progress.SILENT).to(file);
    }
    return bytes.toByteArray();
  }
}
