package wuchang.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import wuchang.alerts.notify.WaitReason;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.NotificationStep;

/** The figures about alerts of CONTRACT §7. */
final class AlertMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final Map<Severity, AtomicInteger> open = new EnumMap<>(Severity.class);
  private final List<Gauge> gauges = new ArrayList<>();
  private final Timer latency;
  private final MultiGauge waiting;

  AlertMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Severity severity : Severity.values()) {
      AtomicInteger count = new AtomicInteger();
      open.put(severity, count);
      gauges.add(
          Gauge.builder("wuchang.alerts.open", count, AtomicInteger::get)
              .description("Alerts on which somebody still has to act")
              .tag("severity", severity.word())
              .register(registry));
    }
    waiting =
        MultiGauge.builder("wuchang.notifications.waiting")
            .description("Messages that are decided and not said yet, by reason")
            .register(registry);
    latency =
        Timer.builder("wuchang.alert.latency")
            .description("Arrival of the reading that completes a finding to the first channel")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
  }

  void standing(List<Alert> alerts) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    alerts.forEach(alert -> counts.merge(alert.severity(), 1, Integer::sum));
    open.forEach((severity, count) -> count.set(counts.getOrDefault(severity, 0)));
  }

  /** What is not said yet, by channel and reason. */
  void waiting(Map<String, Map<WaitReason, Integer>> byChannel) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    byChannel.forEach(
        (channel, reasons) ->
            reasons.forEach(
                (why, count) ->
                    rows.add(
                        MultiGauge.Row.of(
                            Tags.of("channel", channel, "reason", why.word()), count))));
    waiting.register(rows, true);
  }

  void ended(NotificationStep outcome) {
    registry
        .counter(
            "wuchang.notifications",
            "channel",
            outcome.channel(),
            "outcome",
            word(outcome.outcome()))
        .increment();
  }

  /** What was taken counts as sent, whether or not the channel could say so. */
  private static String word(NotificationStep.Outcome outcome) {
    return outcome == NotificationStep.Outcome.ACCEPTED
        ? NotificationStep.Outcome.SENT.word()
        : outcome.word();
  }

  void told(Duration afterArrival) {
    latency.record(afterArrival.isNegative() ? Duration.ZERO : afterArrival);
  }

  /** Gauges hold on to what they show; a later start shows its own. */
  @Override
  public void close() {
    gauges.forEach(registry::remove);
    waiting.register(List.of(), true);
  }
}
