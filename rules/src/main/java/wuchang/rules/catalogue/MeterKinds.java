package wuchang.rules.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.site.Device;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kind.Burst;
import wuchang.rules.kind.CleaningSkipped;
import wuchang.rules.kind.Counted;
import wuchang.rules.kind.Flow;
import wuchang.rules.kind.LoadedPowerFactor;
import wuchang.rules.kind.NeverRests;
import wuchang.rules.kind.NightFlow;
import wuchang.rules.kind.NightLoad;
import wuchang.rules.kind.NoWater;
import wuchang.rules.kind.NoZeroFlow;
import wuchang.rules.kind.ReverseFlow;
import wuchang.rules.kind.Supply;
import wuchang.rules.kind.TapRunning;
import wuchang.rules.kind.Threshold;
import wuchang.rules.kind.VoltageQuality;
import wuchang.rules.schedule.Constant;

/** Kinds about water and electricity, and what is usual of them. */
final class MeterKinds {
  private static final long SLOT = 300_000;
  private static final long HOUR = 12 * SLOT;
  private static final double FINEST_USEFUL = 0.01;
  private static final double VOLTS = 220;

  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule(
              "night-flow",
              Set.of("from", "until", "times", "least", "nights", "learned"),
              Set.of(),
              Set.of("value", "limit", "nights"),
              MeterKinds::nightFlow),
          new KindOfRule(
                  "no-zero-flow",
                  Set.of("still"),
                  Set.of(),
                  Set.of("still"),
                  MeterKinds::noZeroFlow)
              .suiting(MeterKinds::isFine),
          new KindOfRule(
              "burst",
              Set.of("above", "times", "least", "clear"),
              Set.of(),
              Set.of("value", "limit"),
              MeterKinds::burst),
          new KindOfRule(
                  "tap-running",
                  Set.of("below", "above", "scatter", "longest"),
                  Set.of(),
                  Set.of("value", "longest"),
                  MeterKinds::tapRunning)
              .suiting(MeterKinds::isQuick),
          new KindOfRule(
              "no-water",
              Set.of("usual", "learned"),
              Set.of(),
              Set.of("usual"),
              MeterKinds::noWater),
          new KindOfRule(
              "cleaning-skipped",
              Set.of("below", "least", "learned"),
              Set.of(),
              Set.of("value", "limit"),
              MeterKinds::cleaningSkipped),
          new KindOfRule(
              "reverse-flow",
              Set.of("times", "least"),
              Set.of(),
              Set.of("value"),
              MeterKinds::reverseFlow),
          new KindOfRule(
              "voltage-quality",
              Set.of("over", "under", "line-over", "line-under", "window"),
              Set.of(),
              Set.of("value", "limit", "metric"),
              MeterKinds::voltageQuality),
          new KindOfRule(
              "supply",
              Set.of("lost", "present", "power", "voltage", "dead", "elsewhere"),
              Set.of(),
              Set.of("fault", "value"),
              MeterKinds::supply),
          new KindOfRule(
              "night-load",
              Set.of("times", "least", "above", "nights", "learned"),
              Set.of(),
              Set.of("value", "limit", "nights"),
              MeterKinds::nightLoad),
          new KindOfRule(
              "never-rests",
              Set.of("above", "rested", "clear", "window"),
              Set.of(),
              Set.of("value", "limit", "usual"),
              MeterKinds::neverRests),
          new KindOfRule(
                  "power-factor",
                  Set.of("below", "clear", "load", "rated"),
                  Set.of(),
                  Set.of("value", "limit"),
                  MeterKinds::powerFactor)
              // The utility bills by what comes in; boards below another are nobody's bill.
              .suiting(device -> device.circuit().isEmpty()));

  private MeterKinds() {}

  /** Whether zero flow can be told from little: a coarse counter stands still in between, too. */
  private static boolean isFine(Device device) {
    return device.traits().nameplate(Metric.WATER_TOTAL).resolution() <= FINEST_USEFUL;
  }

  /** Whether it speaks often enough to tell a steady flow from the mean of an hour. */
  private static boolean isQuick(Device device) {
    return device.interval().filter(interval -> interval.toMillis() > SLOT).isEmpty();
  }

  private static Nameplate plate(Made made) {
    return made.place().device().traits().nameplate(Metric.WATER_TOTAL);
  }

  /** What passed by slots; a longer silence than two readings apart is not known. */
  private static Counted counted(Made made) {
    long interval = made.place().device().interval().map(java.time.Duration::toMillis).orElse(0L);
    return new Counted(Metric.WATER_TOTAL, plate(made), Math.max(2 * SLOT, 2 * interval), SLOT);
  }

  private static Flow flow(Made made) {
    return new Flow(plate(made));
  }

  private static OptionalDouble optional(Made made, String name, Unit unit) {
    return made.has(name) ? OptionalDouble.of(made.in(name, unit)) : OptionalDouble.empty();
  }

  private static Kind<?> nightFlow(Made made) {
    return new NightFlow(
        counted(made),
        made.place().days(),
        made.millis("from"),
        made.millis("until"),
        made.in("times", Unit.ONE),
        made.in("least", Unit.CUBIC_METRE_PER_HOUR),
        (int) made.in("nights", Unit.ONE),
        (int) made.in("learned", Unit.ONE));
  }

  private static Kind<?> noZeroFlow(Made made) {
    return new NoZeroFlow(Metric.WATER_TOTAL, plate(made), made.millis("still"));
  }

  private static Kind<?> burst(Made made) {
    return new Burst(
        flow(made),
        optional(made, "above", Unit.CUBIC_METRE_PER_HOUR),
        made.in("times", Unit.ONE),
        made.in("least", Unit.CUBIC_METRE_PER_HOUR),
        made.in("clear", Unit.PERCENT) / 100,
        made.place().days(),
        made.place().maxGap());
  }

  private static Kind<?> tapRunning(Made made) {
    return new TapRunning(
        flow(made),
        made.in("below", Unit.CUBIC_METRE_PER_HOUR),
        made.in("above", Unit.CUBIC_METRE_PER_HOUR),
        made.in("scatter", Unit.PERCENT) / 100,
        made.millis("longest"),
        plate(made).resolution(),
        made.place().windows(Set.of(Use.Window.CLEANING)),
        made.place().maxGap());
  }

  private static Kind<?> noWater(Made made) {
    return new NoWater(
        counted(made),
        made.place().eachWindow(Use.Window.PREP),
        made.place().days(),
        made.in("usual", Unit.CUBIC_METRE),
        made.millis("tolerate"),
        (int) made.in("learned", Unit.ONE));
  }

  private static Kind<?> cleaningSkipped(Made made) {
    Counted spread = new Counted(Metric.WATER_TOTAL, plate(made), 2 * HOUR, SLOT);
    return new CleaningSkipped(
        spread,
        made.place().eachWindow(Use.Window.CLEANING),
        made.place().days(),
        made.in("below", Unit.PERCENT),
        made.in("least", Unit.CUBIC_METRE),
        (int) made.in("learned", Unit.ONE));
  }

  private static Kind<?> reverseFlow(Made made) {
    return new ReverseFlow(
        Metric.WATER_TOTAL,
        plate(made),
        (int) made.in("times", Unit.ONE),
        made.in("least", Unit.CUBIC_METRE_PER_HOUR));
  }

  private static Kind<?> voltageQuality(Made made) {
    return new VoltageQuality(
        made.in("over", Unit.PERCENT),
        made.in("under", Unit.PERCENT),
        made.in("line-over", Unit.PERCENT),
        made.in("line-under", Unit.PERCENT),
        made.millis("window"),
        made.place().maxGap());
  }

  private static Kind<?> supply(Made made) {
    return new Supply(
        made.in("lost", Unit.PERCENT),
        made.in("present", Unit.PERCENT),
        made.in("power", Unit.WATT),
        made.in("voltage", Unit.VOLT),
        made.millis("dead"),
        whenNeeded(made));
  }

  private static Schedule whenNeeded(Made made) {
    if (made.place().keepsFoodCold()) {
      return Constant.ALWAYS;
    }
    return made.in("elsewhere", Unit.ONE) > 0
        ? made.place().windows(EnumSet.allOf(Use.Window.class))
        : Constant.NEVER;
  }

  private static Kind<?> nightLoad(Made made) {
    return new NightLoad(
        made.place().night(),
        made.place().days(),
        made.in("times", Unit.ONE),
        made.in("least", Unit.WATT),
        optional(made, "above", Unit.WATT),
        (int) made.in("learned", Unit.ONE),
        (int) made.in("nights", Unit.ONE),
        made.place().maxGap());
  }

  private static Kind<?> neverRests(Made made) {
    return new NeverRests(
        made.in("above", Unit.PERCENT),
        made.in("rested", Unit.PERCENT),
        made.in("clear", Unit.PERCENT),
        made.millis("window"),
        made.place().maxGap());
  }

  private static Kind<?> powerFactor(Made made) {
    double limit = made.in("below", Unit.ONE);
    double rated = made.in("rated", Unit.AMPERE) * VOLTS * made.place().phases();
    return new Threshold<>(
        new LoadedPowerFactor(rated * made.in("load", Unit.PERCENT) / 100),
        false,
        limit,
        limit + made.offset("clear", limit));
  }
}
