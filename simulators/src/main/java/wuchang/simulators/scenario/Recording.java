package wuchang.simulators.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import wuchang.simulators.csv.ReadingsWriter;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.wire.Message;

/** Writes a whole simulation as a file of readings, while the next block is simulated. */
public final class Recording {
  private final Simulation simulation;
  private final Stretch stretch;
  private final Crew crew;
  private final Progress progress;

  /**
   * @param progress is told how many seconds have been simulated
   */
  public Recording(Simulation simulation, Stretch stretch, Crew crew, Progress progress) {
    this.simulation = simulation;
    this.stretch = stretch;
    this.crew = crew;
    this.progress = progress;
  }

  /** Returns when everything has been handed to the writer; how many messages that were. */
  public long to(ReadingsWriter file) throws InterruptedException {
    long all = stretch.length().toSeconds();
    long messages = 0;
    Future<?> writing = CompletableFuture.completedFuture("nothing");
    while (!simulation.isOver()) {
      List<Message> sent = simulation.next(stretch.to(), false);
      messages += sent.size();
      Crew.done(writing);
      writing = crew.aside(() -> sent.forEach(message -> message.tell(file)));
      long done = Duration.between(stretch.from(), simulation.now()).toSeconds();
      progress.reached(Math.min(done, all - 1), all);
    }
    Crew.done(writing);
    progress.reached(all, all);
    return messages;
  }
}
