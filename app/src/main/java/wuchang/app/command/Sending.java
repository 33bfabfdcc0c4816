package wuchang.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import wuchang.app.Closing;
import wuchang.app.cli.CommandFailure;
import wuchang.simulators.mqtt.AckedFile;
import wuchang.simulators.mqtt.Acknowledged;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.scenario.Broadcast;
import wuchang.simulators.scenario.Publishing;
import wuchang.simulators.scenario.SentFile;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;

/**
 * Publishes a simulation.
 *
 * @param acked takes the serial numbers that the broker acknowledged
 * @param sent takes what each serial number is
 */
record Sending(Broker broker, Optional<Path> acked, Optional<Path> sent) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What came of it, as a line. */
  String send(Simulation simulation, Stretch stretch, Play play, InstantSource clock)
      throws CommandFailure, IOException, InterruptedException {
    Publishing publishing = play.scenario().publishing();
    if (publishing.qos() == 0 && acked.isPresent()) {
      throw CommandFailure.wrongUse(
          "wuchang simulate: --acked: what is sent at QoS 0 is never acknowledged; expected QoS 1");
    }
    try (Closing open = new Closing()) {
      Acknowledged sink = acked.isPresent() ? opened(open, acked.get()) : serials -> {};
      Optional<SentFile> rows =
          sent.isPresent()
              ? Optional.of(open.add("sent", new SentFile(sent.get())))
              : Optional.empty();
      Publisher publisher = open.add("publisher", Publisher.connect(broker, sink, PATIENCE));
      Progress progress = Terminal.progress("simulated seconds");
      Broadcast.Settings settings =
          new Broadcast.Settings(play.speed(), publishing, rows, progress);
      long began = System.nanoTime();
      long messages = new Broadcast(simulation, stretch, publisher, clock, settings).run();
      double seconds = (System.nanoTime() - began) / 1e9;
      long acknowledged = publishing.qos() == 0 ? 0 : publisher.acknowledged();
      return line(messages, acknowledged, seconds) + " labels " + simulation.truth().size();
    }
  }

  private static String line(long messages, long acknowledged, double seconds) {
    return String.format(
        Locale.ROOT,
        "messages %d acknowledged %d seconds %.1f per_second %.0f",
        messages,
        acknowledged,
        seconds,
        messages / Math.max(seconds, 1e-3));
  }

  private static Acknowledged opened(Closing open, Path file) throws IOException {
    return open.add("acked", AckedFile.append(file));
  }
}
