package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import wuchang.simulators.diary.Note;
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
      Instant before = simulation.now();
      List<Message> sent = simulation.next(stretch.to(), false);
      List<Note> notes = simulation.notes(before, simulation.now());
      messages += sent.size();
      Crew.done(writing);
      writing = crew.aside(() -> write(sent, notes, file));
      long done = Duration.between(stretch.from(), simulation.now()).toSeconds();
      progress.reached(Math.min(done, all - 1), all);
    }
    Crew.done(writing);
    progress.reached(all, all);
    return messages;
  }

  /** What people write down stands where it was written; how many messages those were. */
  private static long write(List<Message> sent, List<Note> notes, ReadingsWriter file) {
    int next = 0;
    for (Message message : sent) {
      while (next < notes.size() && !notes.get(next).at().isAfter(message.sendAt())) {
        file.row(notes.get(next++).csv());
      }
      message.tell(file);
    }
    notes.subList(next, notes.size()).forEach(note -> file.row(note.csv()));
    return sent.size();
  }
}
