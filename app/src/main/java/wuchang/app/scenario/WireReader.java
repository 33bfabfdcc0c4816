package wuchang.app.scenario;

import java.time.Duration;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.simulators.mishap.WireMishap;
import wuchang.simulators.scenario.Custom;
import wuchang.simulators.scenario.Hours;
import wuchang.simulators.scenario.Rate;
import wuchang.simulators.wire.WireHabits;

/** The section {@code wire}: what becomes of messages on their way, and of gateways. */
final class WireReader {
  /** The habits, and how often gateways are away. */
  record Found(WireHabits habits, Optional<Rate> outages) {}

  static final Found PERFECT = new Found(WireHabits.PERFECT, Optional.empty());

  static final Form<Found> FORM =
      Form.section("{missing: 1 %, repeated: 0.25 %, late: 0.25 %, …}", WireReader::read);

  private static final Form<Boolean> FLAG =
      Form.of(
          "true or false",
          text -> {
            if (!text.equals("true") && !text.equals("false")) {
              throw new IllegalArgumentException();
            }
            return text.equals("true");
          });

  private WireReader() {}

  private static Optional<Found> read(Section wire) {
    WireHabits usual = WireHabits.USUAL;
    double missing = wire.get("missing", SayHow.share(), 0.0);
    double repeated = wire.get("repeated", SayHow.share(), 0.0);
    double late = wire.get("late", SayHow.share(), 0.0);
    Duration latest = wire.get("latest", SayHow.LASTS, usual.latest());
    Duration jitter = wire.get("jitter", SayHow.LASTS, Duration.ZERO);
    Duration clocks = wire.get("clock-error", SayHow.LASTS, Duration.ZERO);
    WireHabits.Uplink uplink =
        wire.get(
            "uplink",
            Form.section("{samples: 4, pause: 1m}", WireReader::uplink),
            WireHabits.Uplink.EACH);
    Optional<Rate> outages =
        wire.get(
            "gateways-away",
            Form.section("{per-week: 1, lasts: 30m-2h, backlog: true}", WireReader::outages));
    WireHabits habits =
        new WireHabits(
            missing, repeated, late, latest, jitter, clocks, uplink, WireHabits.Outages.NEVER);
    return Optional.of(new Found(habits, outages));
  }

  private static Optional<WireHabits.Uplink> uplink(Section uplink) {
    int samples = uplink.get("samples", SayHow.count(1, 100), 1);
    Duration pause = uplink.get("pause", SayHow.LASTS, Duration.ZERO);
    return Optional.of(new WireHabits.Uplink(samples, pause));
  }

  /** In one canteen one of its gateways is away so often. */
  private static Optional<Rate> outages(Section outages) {
    String where = outages.place().toString();
    Optional<Double> perWeek = outages.need("per-week", SayHow.number(0, 1_000));
    SayHow.Between<Duration> lasts =
        outages.get(
            "lasts",
            SayHow.LENGTHS,
            new SayHow.Between<>(Duration.ofHours(1), Duration.ofHours(1)));
    boolean backlog = outages.get("backlog", FLAG, true);
    WireMishap kind = backlog ? WireMishap.GATEWAY_BACKLOG : WireMishap.GATEWAY_OUTAGE;
    Custom custom = new Custom(lasts.least(), lasts.most(), 1, 1, Hours.ANY);
    return perWeek.map(n -> new Rate(kind, n, Duration.ofDays(7), custom, where));
  }
}
