package wuchang.app.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.DeviceId;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.machine.Trace;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.scenario.Canteens;
import wuchang.simulators.scenario.Planned;
import wuchang.simulators.scenario.Publishing;
import wuchang.simulators.scenario.Rate;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Span;
import wuchang.simulators.wire.WireHabits;

/** What a scenario says beside its site. */
final class BodyReader {
  private static final double MOST_DAYS = 400;
  private static final double MOST_COUNTED = 1e9;
  private static final Set<DeviceKind> METERS =
      EnumSet.of(DeviceKind.WATER_METER, DeviceKind.ELECTRICITY_METER);
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final Span A_DAY = new Span(Optional.empty(), Duration.ofDays(1));

  private final Section root;
  private final Path folder;
  private final Canteens canteens;

  BodyReader(Section root, Path folder, Canteens canteens) {
    this.root = root;
    this.folder = folder;
    this.canteens = canteens;
  }

  /** All of it, for that site; of no use when a fault has been noted. */
  Scenario read(Site site) {
    Span span =
        root.get(
            "span",
            Form.section("{days: 30}, or {from: 2026-03-02, to: 2026-04-01}", s -> span(s, site)),
            A_DAY);
    long seed = root.get("seed", SayHow.SEED, 1L);
    Speed speed = root.get("speed", SayHow.SPEED, new Speed(1));
    Map<DeviceId, Trace> traces = new TraceReader(site, folder).read(root);
    MishapReader mishaps = new MishapReader(site, span, traces.keySet());
    List<Planned> planned = mishaps.planned(root);
    List<Rate> rates = mishaps.rates(root);
    WireHabits wire = root.get("wire", WireReader.FORM, WireHabits.PERFECT);
    Publishing publishing = root.get("publish", PublishingReader.FORM, Publishing.USUAL);
    return new Scenario(
        site,
        canteens,
        span,
        seed,
        speed,
        planned,
        rates,
        wire,
        traces,
        counters(site),
        publishing);
  }

  /** What meters show at the beginning: one near its modulus rolls over. */
  private Map<DeviceId, Double> counters(Site site) {
    Set<String> meters =
        site.devices().values().stream()
            .filter(device -> METERS.contains(device.kind()))
            .map(device -> device.id().value())
            .collect(Collectors.toSet());
    Form<DeviceId> meter = Form.reference("device", "a meter", meters, DeviceId::of);
    Form<Double> shown = SayHow.number(0, MOST_COUNTED);
    return root.get(
        "counters", Form.mapping("what each meter shows", meter::read, id -> shown), Map.of());
  }

  private static Optional<Span> span(Section span, Site site) {
    Optional<Double> days = span.get("days", SayHow.number(0.001, MOST_DAYS));
    Optional<Instant> from = span.get("from", SayHow.instant(site.zone()));
    Optional<Instant> to = span.get("to", SayHow.instant(site.zone()));
    if (days.isPresent() == to.isPresent() || to.isPresent() && from.isEmpty()) {
      span.fault("a span needs days, from and days, or from and to; expected one of these");
      return Optional.empty();
    }
    Duration lasts =
        to.isPresent()
            ? Duration.between(from.orElseThrow(), to.get())
            : Duration.ofMillis(Math.round(days.orElseThrow() * DAY_MILLIS));
    if (lasts.compareTo(Duration.ofSeconds(10)) < 0 || lasts.toDays() > MOST_DAYS) {
      span.fault("a span of " + lasts + " does not fit; expected up to 400 days");
      return Optional.empty();
    }
    return Optional.of(new Span(from, lasts));
  }
}
