package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * An ultraviolet lamp that is on while somebody is inside. What its tubes draw does not matter:
 * whoever measures it is not the one whose eyes are at risk.
 *
 * @param exposed for so many milliseconds
 */
public record LampOnPeople(long exposed) implements Kind<LampOnPeople.Room> {
  private static final long NOBODY = Long.MIN_VALUE;

  /**
   * What is known.
   *
   * @param since since when both have been so
   */
  public record Room(boolean lit, boolean occupied, boolean heard, long since) {}

  @Override
  public Room blank(long from) {
    return new Room(false, false, false, NOBODY);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(Metric.UV_ON) || metric.equals(Metric.OCCUPIED);
  }

  @Override
  public Room remember(Room was, Observation observation) {
    Reading reading = (Reading) observation;
    boolean set = reading.value() != 0;
    boolean lamp = reading.metric().equals(Metric.UV_ON);
    boolean lit = lamp ? set : was.lit();
    boolean occupied = lamp ? was.occupied() : set;
    long at = reading.time().toEpochMilli();
    long since = !lit || !occupied ? NOBODY : was.since() == NOBODY ? at : was.since();
    return new Room(lit, occupied, was.heard() || lamp, since);
  }

  @Override
  public Verdict verdict(Room room, long at) {
    if (!room.heard()) {
      return Verdict.UNKNOWN;
    }
    return room.since() != NOBODY && at >= room.since() + exposed ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Room room, long at) {
    return room.since();
  }

  @Override
  public long changes(Room room, long at) {
    long due = room.since() + exposed;
    return room.since() != NOBODY && due > at ? due : NEVER;
  }

  @Override
  public Evidence evidence(Room room, long at) {
    return Evidence.NONE
        .with("fault", "lamp_on_people")
        .with("lasted", Duration.ofMillis(at - room.since()));
  }
}
