package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A door that opens though nobody was let through: the device says so, or it opens with no grant
 * and no request to exit shortly before. Over when it closes, or when nothing more is heard for a
 * while.
 *
 * @param grace how long before the opening a permit counts, in milliseconds, both ends included
 * @param forget after how long an opening is over though no closing was heard
 */
public record ForcedOpen(long grace, long forget) implements Kind<ForcedOpen.Door> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * The door as last heard of.
   *
   * @param permitted when somebody was last let through
   * @param forced when it was forced, or NONE
   * @param reported whether the device said so itself
   */
  public record Door(boolean open, long permitted, long forced, boolean reported) {
    private Door closed() {
      return new Door(false, permitted, NONE, false);
    }

    private Door forcedAt(long at, boolean byReport) {
      return new Door(true, permitted, forced == NONE ? at : forced, reported || byReport);
    }
  }

  @Override
  public Door blank(long from) {
    return new Door(false, NONE, NONE, false);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.DOOR_OPEN;
  }

  @Override
  public boolean wants(What what) {
    return switch (what) {
      case GRANTED, REX, DOOR_OPEN, DOOR_CLOSED, FORCED_OPEN -> true;
      default -> false;
    };
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Door remember(Door was, Observation observation) {
    long at = observation.time().toEpochMilli();
    if (observation instanceof Reading reading) {
      return reading.value() == 0 ? was.closed() : opened(was, at);
    }
    return switch (((GateEvent) observation).what()) {
      case GRANTED, REX -> permitted(was, at);
      case DOOR_CLOSED -> was.closed();
      case FORCED_OPEN -> was.forcedAt(at, true);
      default -> opened(was, at);
    };
  }

  @Override
  public Verdict verdict(Door door, long at) {
    boolean forced = door.forced() != NONE && at < door.forced() + forget;
    return forced ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Door door, long at) {
    return door.forced();
  }

  @Override
  public long changes(Door door, long at) {
    return door.forced() != NONE && at < door.forced() + forget ? door.forced() + forget : NEVER;
  }

  @Override
  public Evidence evidence(Door door, long at) {
    return Evidence.NONE.with("reported_by", door.reported() ? "device" : "door");
  }

  private Door opened(Door was, long at) {
    boolean permit = was.permitted() != NONE && at - was.permitted() <= grace;
    if (was.open() || permit) {
      return new Door(true, was.permitted(), was.forced(), was.reported());
    }
    return was.forcedAt(at, false);
  }

  /**
   * A grant of the very instant of the opening explains it: the order within an instant is ours.
   */
  private static Door permitted(Door was, long at) {
    boolean explained = was.forced() == at && !was.reported();
    return new Door(was.open(), at, explained ? NONE : was.forced(), was.reported());
  }
}
