package wuchang.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;

/** The counters of CONTRACT §7 that the intake moves. They count what is on disk. */
final class IntakeMeters {
  /** A reading that is older than this when it arrives, and is no history, counts as late. */
  static final Duration LATE = Duration.ofMinutes(10);

  private final MeterRegistry registry;
  private final Map<String, Counter> received = new ConcurrentHashMap<>();
  private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
  private final Counter late;
  private final Counter dropped;

  IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Reason reason : Reason.values()) {
      rejected.put(reason, registry.counter("wuchang.readings.rejected", "reason", reason.word()));
    }
    this.late = registry.counter("wuchang.readings.late");
    this.dropped = registry.counter("wuchang.messages.dropped");
  }

  void count(Decoded decoded) {
    if (!decoded.observations().isEmpty()) {
      received(decoded.format()).increment(decoded.observations().size());
      late.increment(decoded.observations().stream().filter(IntakeMeters::isLate).count());
    }
    for (Rejected each : decoded.rejected()) {
      rejected.get(each.reason()).increment();
    }
  }

  /** So much was refused and is not even kept. */
  void refused(Reason reason, int times) {
    rejected.get(reason).increment(times);
  }

  /** A message of QoS 0 came while there was no room; nobody had promised to keep it. */
  void dropped() {
    dropped.increment();
  }

  private Counter received(String format) {
    return received.computeIfAbsent(
        format, f -> registry.counter("wuchang.readings.received", "format", f));
  }

  private static boolean isLate(Observation observation) {
    Instant limit = observation.arrived().minus(LATE);
    return !observation.provenance().replay() && observation.time().isBefore(limit);
  }
}
