package wuchang.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.ReadingsWriter;
import wuchang.simulators.scenario.Recording;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;

/** Writes a simulation as a file of readings, which is there under its name once it is whole. */
record Writing(Simulation simulation, Stretch stretch, Crew crew) {
  /** What came of it, as a line. */
  String to(Path csv) throws IOException, InterruptedException {
    if (Files.exists(csv) && !Files.isRegularFile(csv)) {
      // A pipe or a terminal is written to as it is.
      return write(csv);
    }
    Path folder = csv.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(csv.toString());
    }
    Path whole = Files.exists(csv) ? csv.toRealPath() : csv;
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      String line = write(part);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return line;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Lets it happen without writing it down. */
  void unwritten() throws InterruptedException {
    while (!simulation.isOver()) {
      simulation.next(stretch.to(), false);
    }
  }

  private String write(Path csv) throws IOException, InterruptedException {
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
          + simulation.writtenTruth().size();
    }
  }
}
