package wuchang.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import wuchang.domain.alert.AlarmFigures;

/** The alarm figures of the last day as gauges; zero until they were first counted. */
final class AlarmMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final AtomicReference<AlarmFigures> last;
  private final List<Gauge> gauges = new ArrayList<>();

  AlarmMeters(MeterRegistry registry, AlarmFigures first) {
    this.registry = registry;
    this.last = new AtomicReference<>(first);
    gauge("opened", "Alerts opened within a day", figures -> figures.perDay());
    gauge("hidden", "Alerts opened behind a cause or a silence", AlarmFigures::hidden);
    gauge("stale", "Alerts that have stood for more than a day", AlarmFigures::stale);
    gauge("floods", "Ten minutes with more than ten alerts", AlarmFigures::floods);
    gauge("chattering", "What broke three times within an hour", f -> f.chattering().size());
    gauge(
        "pages.worst",
        "The most pages of one person within ten minutes",
        f -> f.people().values().stream().mapToInt(b -> b.worstTenMinutes()).max().orElse(0));
    gauge(
        "pages.most",
        "The most pages of one person",
        f -> f.people().values().stream().mapToInt(b -> b.pages()).max().orElse(0));
  }

  void show(AlarmFigures figures) {
    last.set(figures);
  }

  private void gauge(String name, String about, ToDoubleFunction<AlarmFigures> value) {
    gauges.add(
        Gauge.builder("wuchang.alarms." + name, last, l -> value.applyAsDouble(l.get()))
            .description(about + ", over the last 24 hours")
            .register(registry));
  }

  @Override
  public void close() {
    gauges.forEach(registry::remove);
  }
}
