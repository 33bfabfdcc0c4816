package wuchang.rules.kind;

import java.time.Instant;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Fact;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** What a kind knows of one device, and what it says of it. Times are epoch milliseconds. */
final class Told<M> {
  static final long SECOND = 1000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  static final DeviceId DEVICE = DeviceId.of("device");

  private final Kind<M> kind;
  private M memory;

  Told(Kind<M> kind) {
    this(kind, 0);
  }

  /** Of a device that should speak from an instant on. */
  Told(Kind<M> kind, long from) {
    this.kind = kind;
    this.memory = kind.blank(from);
  }

  Told<M> hear(Observation observation) {
    memory = kind.remember(memory, observation);
    return this;
  }

  Told<M> hear(Metric metric, long at, double value) {
    return hear(Reading.of(DEVICE, metric, Instant.ofEpochMilli(at), value));
  }

  /** The same value again and again, both ends included. */
  Told<M> every(long step, Metric metric, long from, long to, double value) {
    for (long at = from; at <= to; at += step) {
      hear(metric, at, value);
    }
    return this;
  }

  Told<M> see(long at, GateEvent.What what) {
    return hear(GateEvent.of(DEVICE, Instant.ofEpochMilli(at), what));
  }

  Told<M> note(RecordKind kind, long at, String id, Map<String, Object> fields) {
    Instant time = Instant.ofEpochMilli(at);
    RecordFields said = new RecordFields(fields);
    return hear(
        new BookEntry(RecordId.of(id), 1, kind, time, "cook", "", said, Provenance.LIVE, time));
  }

  /** Another rule of the device has found something. */
  Told<M> found(String rule, Severity severity, long at) {
    memory = kind.found(memory, RuleId.of(rule), severity, at);
    return this;
  }

  M memory() {
    return memory;
  }

  Verdict at(long at) {
    return kind.verdict(memory, at);
  }

  long since(long at) {
    return kind.since(memory, at);
  }

  long changes(long at) {
    return kind.changes(memory, at);
  }

  Evidence evidence(long at) {
    return kind.evidence(memory, at);
  }

  /** One fact of the evidence. */
  Fact fact(long at, String name) {
    return evidence(at).facts().get(name);
  }
}
