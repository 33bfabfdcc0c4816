package wuchang.app.scenario;

import java.time.Duration;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.simulators.wire.WireHabits;

/** The section {@code wire}: what becomes of messages on their way, and of gateways. */
final class WireReader {
  static final Form<WireHabits> FORM =
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

  private static Optional<WireHabits> read(Section wire) {
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
    WireHabits.Outages outages =
        wire.get(
            "gateways-away",
            Form.section("{per-week: 1, lasts: 1h, backlog: true}", WireReader::outages),
            WireHabits.Outages.NEVER);
    return Optional.of(
        new WireHabits(missing, repeated, late, latest, jitter, clocks, uplink, outages));
  }

  private static Optional<WireHabits.Uplink> uplink(Section uplink) {
    int samples = uplink.get("samples", SayHow.count(1, 100), 1);
    Duration pause = uplink.get("pause", SayHow.LASTS, Duration.ZERO);
    return Optional.of(new WireHabits.Uplink(samples, pause));
  }

  /** Each gateway that feeds several devices is away so often. */
  private static Optional<WireHabits.Outages> outages(Section outages) {
    Optional<Double> perWeek = outages.need("per-week", SayHow.number(0, 1_000));
    Duration lasts = outages.get("lasts", SayHow.LASTS, Duration.ofHours(1));
    boolean backlog = outages.get("backlog", FLAG, true);
    return perWeek.map(n -> new WireHabits.Outages(n, lasts, backlog));
  }
}
