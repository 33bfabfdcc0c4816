package wuchang.rules.catalogue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.rules.cycle.CycleProfile;
import wuchang.rules.cycle.CycleProfile.Means;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.EndedCycle;
import wuchang.rules.kind.HeatsInVain;
import wuchang.rules.kind.LampOnPeople;
import wuchang.rules.kind.MissingCycle;
import wuchang.rules.kind.Overheated;
import wuchang.rules.kind.RoomHeard;
import wuchang.rules.kind.StoredTooLong;

/** Kinds about disinfection: cabinets, dishwashers, ultraviolet lamps. */
final class CycleKinds {
  /** What a cycle is; every rule about cycles has these, so that all mean the same cycle. */
  private static final Set<String> PROFILE =
      Set.of("target", "hold", "warm", "rise", "fall", "power", "door", "dead");

  private static final Set<Reason> FAILURES =
      EnumSet.complementOf(EnumSet.of(Reason.NONE, Reason.NO_DATA));

  /**
   * W that a lamp, pump or cell of an unknown rating draws at least when it works: more than any
   * stand-by, less than the smallest tube that disinfects (15 W and its ballast).
   */
  private static final double LEAST_WATTS = 15;

  /** A quarter of the hold (DOMAIN.md B3). */
  static final int SAMPLES_IN_HOLD = 4;

  private static final Set<String> ENDED =
      Set.of("reason", "began", "ended", "value", "limit", "lasted", "needed");
  private static final Set<String> MISSING =
      Set.of("fault", "service", "proven", "unproven", "last_cycle", "last_verdict");

  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule("cycle-failed", PROFILE, Set.of(), ENDED, CycleKinds::failed)
              .suiting(CycleKinds::isSensed),
          new KindOfRule("cycle-opened", PROFILE, Set.of(), ENDED, CycleKinds::opened)
              .suiting(CycleKinds::isSensed),
          new KindOfRule(
                  "cycle-missing",
                  and("opens", "lead", "times", "outbreak", "doubts"),
                  Set.of(),
                  MISSING,
                  CycleKinds::missing)
              .suiting(CycleKinds::isSensed),
          new KindOfRule(
                  "cycle-stored",
                  and("longest"),
                  Set.of(),
                  Set.of("last_cycle", "lasted"),
                  CycleKinds::stored)
              .suiting(CycleKinds::isSensed),
          new KindOfRule(
              "lamp",
              and("opens", "lead", "times", "exposed", "leaves", "clocks"),
              Set.of(),
              with(MISSING, "lasted"),
              CycleKinds::lamp),
          new KindOfRule(
                  "heater",
                  Set.of("power", "target", "rise", "longest", "above", "clear"),
                  Set.of(),
                  Set.of("fault", "value", "limit", "lasted"),
                  CycleKinds::heater)
              .suiting(CycleKinds::isHeated));

  private CycleKinds() {}

  private static Set<String> and(String... more) {
    return with(PROFILE, more);
  }

  private static Set<String> with(Set<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /** How long a rule asks a device to hold, if it is a rule about cycles. */
  static Optional<Duration> hold(RuleDefinition rule, Device device) {
    return Optional.ofNullable(rule.parameters().get("hold"))
        .filter(parameter -> ALL.contains(rule.kind()) && isSensed(device))
        .flatMap(hold -> changed(rule, hold, device).or(() -> hold.on(device, Profile.CN)))
        .map(Quantity::toDuration);
  }

  private static Optional<Quantity> changed(RuleDefinition rule, Parameter hold, Device device) {
    return Stream.concat(Stream.of(rule.id()), hold.like().stream())
        .flatMap(id -> Optional.ofNullable(device.rules().get(id)).stream())
        .flatMap(change -> Optional.ofNullable(change.parameters().get("hold")).stream())
        .findFirst();
  }

  /** What a device must do to disinfect. */
  static CycleProfile profile(Made made) {
    Means means = means(made.place().device());
    long hold = made.millis("hold");
    // What speaks only on events is silent because nothing changes.
    boolean speaks = made.place().device().interval().isPresent();
    return new CycleProfile(
        means,
        heat(made, "target", Unit.CELSIUS),
        hold,
        heat(made, "warm", Unit.CELSIUS),
        heat(made, "rise", Unit.KELVIN),
        heat(made, "fall", Unit.KELVIN),
        watts(made, means),
        made.millis("door"),
        made.has("dead") ? made.millis("dead") : Kind.NEVER / 2,
        speaks ? hold / SAMPLES_IN_HOLD : Kind.NEVER / 2);
  }

  /** What only heat asks for; a lamp's rule leaves it out. */
  private static double heat(Made made, String name, Unit unit) {
    return made.has(name) ? made.in(name, unit) : 0;
  }

  /** Of the rated power the share from which on it is on. */
  private static double watts(Made made, Means means) {
    Optional<Quantity> rated = made.place().device().traits().quantity("rated-power");
    double share = made.in("power", Unit.PERCENT) / 100;
    return rated
        .map(power -> power.in(Unit.WATT) * share)
        .orElse(means == Means.TIME ? LEAST_WATTS : Double.POSITIVE_INFINITY);
  }

  private static Means means(Device device) {
    if (device.kind() == DeviceKind.DISHWASHER) {
      return Means.RINSE;
    }
    return device.kind() == DeviceKind.UV_LAMP || !isHeated(device) ? Means.TIME : Means.HEAT;
  }

  /** Whether it disinfects by heat; one that does not say how is an infrared one. */
  private static boolean isHeated(Device device) {
    return device
        .traits()
        .method()
        .map(
            method ->
                switch (method) {
                  case INFRARED, STEAM, BOILING, HOT_WATER -> true;
                  case CHEMICAL, OZONE, UV -> false;
                })
        .orElse(true);
  }

  /** Whether a sensor can tell: what chlorine does is measured by hand. */
  private static boolean isSensed(Device device) {
    return device.traits().method().filter(m -> m == Disinfection.CHEMICAL).isEmpty();
  }

  private static Kind<?> failed(Made made) {
    return new EndedCycle(new Recogniser(profile(made)), FAILURES, false);
  }

  private static Kind<?> opened(Made made) {
    return new EndedCycle(new Recogniser(profile(made)), Set.of(Reason.INTERRUPTED), true);
  }

  private static MissingCycle missing(Made made) {
    return new MissingCycle(
        new Recogniser(profile(made)),
        made.place().services(),
        made.millis("opens"),
        made.millis("lead"),
        (int) made.in("times", Unit.ONE),
        made.has("outbreak") ? (int) made.in("outbreak", Unit.ONE) : 1,
        made.has("doubts") ? (int) made.in("doubts", Unit.ONE) : Integer.MAX_VALUE,
        made.place().serviceDays());
  }

  private static Kind<?> stored(Made made) {
    return new StoredTooLong(new Recogniser(profile(made)), made.millis("longest"));
  }

  private static Kind<?> lamp(Made made) {
    var room = made.place().roomSensors();
    return made.has("exposed")
        ? new LampOnPeople(
            made.millis("exposed"), room, made.millis("leaves"), made.millis("clocks"))
        : new RoomHeard<>(missing(made), made.place().device().id(), room);
  }

  private static Kind<?> heater(Made made) {
    if (made.has("above")) {
      double above = made.in("above", Unit.CELSIUS);
      return Overheated.above(above, above - made.in("clear", Unit.KELVIN));
    }
    return new HeatsInVain(
        watts(made, Means.HEAT),
        made.in("target", Unit.CELSIUS),
        made.in("rise", Unit.KELVIN),
        made.millis("longest"),
        made.place().maxGap());
  }
}
