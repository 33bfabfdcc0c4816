package wuchang.rules.kind;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A kind that hears of people and doors from all devices of its room as if they were its own: there
 * is somebody inside when one of them sees somebody, and a door is open when one is.
 *
 * @param device its own
 * @param others by device around, for how long it is believed
 */
public record RoomHeard<M>(Kind<M> kind, DeviceId device, Map<DeviceId, Long> others)
    implements Kind<RoomHeard.Known<M>> {
  /** What the kind knows, and what it was told of people and doors. */
  public record Known<M>(M memory, Around people, Around doors) {}

  public RoomHeard {
    others = Map.copyOf(others);
  }

  @Override
  public Known<M> blank(long from) {
    return new Known<>(kind.blank(from), Around.NOTHING, Around.NOTHING);
  }

  @Override
  public boolean wants(Metric metric) {
    return kind.wants(metric);
  }

  @Override
  public boolean wants(RecordKind record) {
    return kind.wants(record);
  }

  @Override
  public Set<DeviceId> around() {
    return others.keySet();
  }

  @Override
  public boolean wantsAround(Metric metric) {
    return metric.equals(Metric.OCCUPIED) || metric.equals(Metric.DOOR_OPEN);
  }

  @Override
  public boolean wantsAround(GateEvent.What what) {
    return switch (what) {
      case DOOR_OPEN, FORCED_OPEN, DOOR_CLOSED -> true;
      default -> false;
    };
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return kind.refreshedBy(metric);
  }

  @Override
  public boolean holdsForever() {
    return kind.holdsForever();
  }

  @Override
  public Known<M> remember(Known<M> was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Known<M> now = at(was, at);
    if (observation instanceof GateEvent event) {
      boolean open = event.what() != GateEvent.What.DOOR_CLOSED;
      return told(now, Metric.DOOR_OPEN, event.device(), open, at);
    }
    if (!(observation instanceof Reading reading) || !wantsAround(reading.metric())) {
      return new Known<>(kind.remember(now.memory(), observation), now.people(), now.doors());
    }
    return told(now, reading.metric(), reading.device(), reading.value() != 0, at);
  }

  private Known<M> told(Known<M> was, Metric metric, DeviceId by, boolean so, long at) {
    long holds = others.getOrDefault(by, NEVER);
    boolean people = metric.equals(Metric.OCCUPIED);
    Around after = (people ? was.people() : was.doors()).after(by, so, at, holds);
    M memory = kind.remember(was.memory(), reading(metric, after.isSo(at), at));
    return people
        ? new Known<>(memory, after, was.doors())
        : new Known<>(memory, was.people(), after);
  }

  /** What is known once those that fell silent are no longer believed. */
  private Known<M> at(Known<M> was, long at) {
    Known<M> now = was;
    for (long end = ends(now, Long.MIN_VALUE); end <= at; end = ends(now, end)) {
      M memory = kind.remember(now.memory(), reading(Metric.OCCUPIED, now.people().isSo(end), end));
      memory = kind.remember(memory, reading(Metric.DOOR_OPEN, now.doors().isSo(end), end));
      now = new Known<>(memory, now.people(), now.doors());
    }
    return new Known<>(now.memory(), now.people().at(at), now.doors().at(at));
  }

  private static long ends(Known<?> known, long after) {
    return Math.min(known.people().changes(after), known.doors().changes(after));
  }

  private Reading reading(Metric metric, boolean so, long at) {
    Instant time = Instant.ofEpochMilli(at);
    return new Reading(device, metric, time, so ? 1 : 0, Flaw.NONE, Provenance.LIVE, time);
  }

  @Override
  public Verdict verdict(Known<M> known, long at) {
    return kind.verdict(at(known, at).memory(), at);
  }

  @Override
  public long since(Known<M> known, long at) {
    return kind.since(at(known, at).memory(), at);
  }

  @Override
  public long changes(Known<M> known, long at) {
    return Math.min(kind.changes(at(known, at).memory(), at), ends(known, at));
  }

  @Override
  public Evidence evidence(Known<M> known, long at) {
    return kind.evidence(at(known, at).memory(), at);
  }
}
