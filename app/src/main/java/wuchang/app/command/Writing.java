package wuchang.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.ReadingsWriter;
import wuchang.simulators.scenario.Recording;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;

/** Writes a simulation as a file of readings. */
record Writing(Simulation simulation, Stretch stretch, Crew crew) {
  /** What came of it, as a line. */
  String to(Path csv) throws IOException, InterruptedException {
    try (ReadingsWriter file =
        new ReadingsWriter(new BufferedOutputStream(Files.newOutputStream(csv), 1 << 18))) {
      Recording recording =
          new Recording(simulation, stretch, crew, Terminal.progress("simulated seconds"));
      long messages = recording.to(file);
      return "rows "
          + file.rows()
          + " messages "
          + messages
          + " labels "
          + simulation.truth().size();
    }
  }
}
