package wuchang.app.laboratory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import wuchang.domain.DeviceId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;

/** The past from the store, which has it in order. */
final class StorePast {
  private static final int LOOK_EVERY = 4096;

  private final History history;
  private final Span span;
  private final CsvPast.Progress progress;
  private final Map<DeviceId, Integer> devices = new HashMap<>();
  private final SortedSet<DeviceId> unknown = new TreeSet<>();
  private Optional<Instant> newest = Optional.empty();
  private final Deque<BookEntry> waiting = new ArrayDeque<>();
  private long rows;

  StorePast(History history, Span span, List<Device> devices, CsvPast.Progress progress) {
    this.history = history;
    this.span = span;
    this.progress = progress;
    for (Device device : devices) {
      this.devices.put(device.id(), this.devices.size());
    }
  }

  Past into(Judging judging) throws InterruptedException {
    try {
      Instant end = span.to().plusMillis(1);
      waiting.addAll(history.entries(EnumSet.allOf(RecordKind.class), span.from(), end));
      history.replay(span.from(), end, each -> take(each, judging));
      hand(end, judging);
    } catch (Stopped e) {
      throw e.cause;
    }
    return new Past(rows, newest, unknown);
  }

  /** Records up to an instant, before what devices said at it. */
  private void hand(Instant upTo, Judging judging) {
    while (!waiting.isEmpty() && !waiting.peek().time().isAfter(upTo)) {
      give(0, waiting.remove(), judging);
    }
  }

  private void take(Observation observation, Judging judging) {
    hand(observation.time(), judging);
    Integer device = devices.get(observation.device());
    if (device == null) {
      unknown.add(observation.device());
      return;
    }
    newest = Optional.of(observation.time());
    if (++rows % LOOK_EVERY == 0) {
      progress.reached(rows, share(observation.time()));
    }
    give(device, observation, judging);
  }

  private static void give(int device, Observation observation, Judging judging) {
    try {
      judging.take(device, observation);
    } catch (InterruptedException e) {
      throw new Stopped(e);
    }
  }

  private double share(Instant reached) {
    double whole = Duration.between(span.from(), span.to()).toMillis();
    return Duration.between(span.from(), reached).toMillis() / whole;
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final InterruptedException cause;

    Stopped(InterruptedException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
