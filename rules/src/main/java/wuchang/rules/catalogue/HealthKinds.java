package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.BadSamples;
import wuchang.rules.kind.Calibrated;
import wuchang.rules.kind.ChannelSilent;
import wuchang.rules.kind.Deviation;
import wuchang.rules.kind.LowBattery;
import wuchang.rules.kind.Silent;
import wuchang.rules.kind.Stuck;

/** Kinds about the devices that tell us everything else. */
final class HealthKinds {
  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule("silent", Set.of(), Set.of(), Set.of("last_heard"), HealthKinds::silent)
              .suiting(device -> device.interval().isPresent()),
          new KindOfRule(
                  "channel-silent",
                  Set.of("least"),
                  Set.of(),
                  Set.of("last_heard", "devices"),
                  HealthKinds::channelSilent)
              .ofSeveral(place -> place.members().isWorthHearing()),
          new KindOfRule(
              "bad-samples",
              Set.of("count", "window"),
              Set.of(),
              Set.of("count", "flaw", "metric", "value"),
              HealthKinds::badSamples),
          new KindOfRule(
              "stuck",
              Set.of("longest", "count", "resolution"),
              Set.of("metric"),
              Set.of("value", "same_for"),
              HealthKinds::stuck),
          new KindOfRule(
              "low-battery",
              Set.of("limit", "clear"),
              Set.of(),
              Set.of("value", "limit"),
              HealthKinds::lowBattery),
          new KindOfRule(
              "calibration",
              Set.of("longest", "deviation"),
              Set.of(),
              Set.of("calibrated", "value", "limit"),
              HealthKinds::calibration));

  private HealthKinds() {}

  private static Kind<?> silent(Made made) {
    return new Silent();
  }

  private static Kind<?> channelSilent(Made made) {
    Members members = made.place().members();
    return new ChannelSilent(
        members.devices().size(), members.byClock() >= made.in("least", Unit.ONE));
  }

  private static Kind<?> badSamples(Made made) {
    return new BadSamples((int) made.in("count", Unit.ONE), made.millis("window"));
  }

  private static Kind<?> stuck(Made made) {
    return new Stuck(
        made.metrics().get(0),
        made.millis("longest"),
        (int) made.in("count", Unit.ONE),
        made.quantity("resolution").value(),
        made.place().maxGap());
  }

  private static Kind<?> lowBattery(Made made) {
    return new LowBattery(made.in("limit", Unit.PERCENT), made.in("clear", Unit.PERCENT));
  }

  private static Kind<?> calibration(Made made) {
    String device = made.place().device().id().value();
    if (made.has("deviation")) {
      return new Deviation(device, made.in("deviation", Unit.KELVIN));
    }
    long from = made.place().calibrated().map(Instant::toEpochMilli).orElse(Kind.NEVER / 2);
    return new Calibrated(device, from, made.millis("longest"));
  }
}
