package wuchang.rules.kind;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * An ultraviolet lamp that is on while somebody is inside, by its own detector or another's in the
 * room. What its tubes draw does not matter: whoever measures it is not the one whose eyes are at
 * risk. Another's clock is not the lamp's, and a detector sees somebody for a while who has left,
 * so it is believed a little later.
 *
 * @param exposed for so many milliseconds
 * @param others by device around, for how long it is believed
 * @param leaves so many milliseconds after the lamp came on another's word counts
 * @param clocks so many milliseconds after it was first said it counts
 */
public record LampOnPeople(long exposed, Map<DeviceId, Long> others, long leaves, long clocks)
    implements Kind<LampOnPeople.Room> {
  /**
   * What is known.
   *
   * @param lit since when the lamp is on; NEVER while it is off
   * @param seen since when its own detector sees somebody; NEVER while it does not
   */
  public record Room(boolean heard, long lit, long seen, Around around) {}

  public LampOnPeople {
    others = Map.copyOf(others);
  }

  @Override
  public Room blank(long from) {
    return new Room(false, NEVER, NEVER, Around.NOTHING);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(Metric.UV_ON) || metric.equals(Metric.OCCUPIED);
  }

  @Override
  public Set<DeviceId> around() {
    return others.keySet();
  }

  @Override
  public boolean wantsAround(Metric metric) {
    return metric.equals(Metric.OCCUPIED);
  }

  @Override
  public Room remember(Room was, Observation observation) {
    Reading reading = (Reading) observation;
    boolean set = reading.value() != 0;
    long at = reading.time().toEpochMilli();
    if (reading.metric().equals(Metric.UV_ON)) {
      return new Room(true, since(was.lit(), set, at), was.seen(), was.around());
    }
    Long holds = others.get(reading.device());
    return holds == null
        ? new Room(was.heard(), was.lit(), since(was.seen(), set, at), was.around())
        : new Room(
            was.heard(),
            was.lit(),
            was.seen(),
            was.around().after(reading.device(), set, at, holds));
  }

  private static long since(long before, boolean set, long at) {
    return set ? Math.min(before, at) : NEVER;
  }

  @Override
  public Verdict verdict(Room room, long at) {
    if (!room.heard()) {
      return Verdict.UNKNOWN;
    }
    return at >= due(room, at) ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Room room, long at) {
    return Math.max(room.lit(), Math.min(room.seen(), room.around().since(at)));
  }

  @Override
  public long changes(Room room, long at) {
    long due = due(room, at);
    return Math.min(due > at ? due : NEVER, room.around().changes(at));
  }

  @Override
  public Evidence evidence(Room room, long at) {
    return Evidence.NONE
        .with("fault", "lamp_on_people")
        .with("lasted", Duration.ofMillis(at - since(room, at)));
  }

  /** When it is wrong, as things stand; NEVER where they are right. */
  private long due(Room room, long at) {
    long told = room.around().since(at);
    long own = later(Math.max(room.lit(), room.seen()), exposed);
    long by = Math.max(later(room.lit(), leaves), later(told, clocks));
    return Math.min(own, by);
  }

  private static long later(long instant, long millis) {
    return instant == NEVER ? NEVER : instant + millis;
  }
}
