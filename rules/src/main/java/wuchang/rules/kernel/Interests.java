package wuchang.rules.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/** Which of some cells an observation is shown to; found out once for each metric and event. */
final class Interests {
  private static final int[] NOBODY = {};

  private final Cell[] cells;
  private final Map<Object, int[]> known = new HashMap<>();

  /** Who wants what of the devices around. */
  private final Map<List<Object>, int[]> around = new HashMap<>();

  /** What was asked for last, and the answer: most devices say the same thing again and again. */
  private Object last = NOBODY;

  private int[] lastFound = NOBODY;

  Interests(Cell[] cells) {
    this.cells = cells;
  }

  int[] in(Observation observation) {
    if (observation instanceof Reading reading) {
      // A retained message without a time of its own is no news.
      return reading.flaw() == Flaw.RETAINED ? NOBODY : in(reading.metric());
    }
    return observation instanceof BookEntry entry
        ? in(entry.kind())
        : in(((GateEvent) observation).what());
  }

  /** Which of them an observation of a device around is shown to. */
  int[] around(Observation observation) {
    return around.computeIfAbsent(
        List.of(observation.device(), what(observation)), key -> cellsThatHear(observation));
  }

  private int[] cellsThatHear(Observation observation) {
    return IntStream.range(0, cells.length)
        .filter(i -> cells[i].kind().around().contains(observation.device()))
        .filter(i -> isWantedAround(cells[i].kind(), observation))
        .toArray();
  }

  /** Whether a kind wants an observation of a device around its own. */
  static boolean isWantedAround(Kind<?> kind, Observation observation) {
    if (observation instanceof Reading reading) {
      return reading.flaw() != Flaw.RETAINED && kind.wantsAround(reading.metric());
    }
    return observation instanceof GateEvent event && kind.wantsAround(event.what());
  }

  private static Object what(Observation observation) {
    return observation instanceof Reading reading
        ? List.of(reading.metric(), reading.flaw() == Flaw.RETAINED)
        : ((GateEvent) observation).what();
  }

  private int[] in(Object what) {
    if (what != last) {
      lastFound = known.computeIfAbsent(what, this::cellsThatWant);
      last = what;
    }
    return lastFound;
  }

  private int[] cellsThatWant(Object what) {
    return IntStream.range(0, cells.length).filter(i -> wants(cells[i].kind(), what)).toArray();
  }

  private static boolean wants(Kind<?> kind, Object what) {
    if (what instanceof Metric metric) {
      return kind.wants(metric);
    }
    return what instanceof RecordKind record
        ? kind.wants(record)
        : kind.wants((GateEvent.What) what);
  }
}
