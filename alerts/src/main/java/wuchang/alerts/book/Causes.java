package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

/**
 * Which alerts are effects of which (DOMAIN.md B2.5): a silent gateway silences what is behind it,
 * a dead circuit takes down what hangs on it, and when nothing is taken in every device looks
 * silent. An effect began while its cause lasted. What a person did, such as a door left open or
 * forced, is never an effect.
 */
public final class Causes {
  private static final String GATEWAY = "SYS-01";
  private static final String CIRCUIT = "ELE-02";
  private static final String INTAKE = "SYS-13";
  private static final String DOOR = "DOOR-01";
  private static final Set<String> SILENCES = Set.of("SEN-01", GATEWAY);
  private static final Set<String> STOPPED_MACHINES =
      Set.of("SEN-", "SYS-", "ELE-", "FRG-", "FRZ-", "SMP-01", "HOT-", "DIS-", "ROOM-01");
  private static final Set<String> FOOD = Set.of("FRG-", "FRZ-", "SMP-01", "HOT-");

  /** Rules about one machine: the gravest says what there is to say. */
  private static final Set<String> MACHINES = Set.of("FRG-", "FRZ-", "HOT-", "SMP-01");

  /** Effects outlast their cause: what was warm cools down, what was silent reports again. */
  static final Duration FADES_WITHIN = Duration.ofMinutes(30);

  /** The last good sample of an effect may lie before the cause; engineering default. */
  private static final Duration EARLIER = Duration.ofMinutes(15);

  /** Gateways that go silent so close together have lost the same line, broker or supply. */
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  /** Who stands for several: the gravest, of those alike the earliest. A strict order. */
  static final Comparator<Alert> LEADING =
      Comparator.comparing(Alert::severity, Comparator.reverseOrder())
          .thenComparing(Alert::openedAt)
          .thenComparing(Alert::rule)
          .thenComparing(Alert::id);

  private Causes() {}

  /** Whether alerts of a rule can have effects on other devices. */
  public static boolean canHaveEffects(RuleId rule) {
    return Set.of(GATEWAY, CIRCUIT, INTAKE).contains(rule.value());
  }

  /** Whether alerts of a rule can be the cause of others at all, or stand for others. */
  static boolean canBeCause(RuleId rule) {
    return canHaveEffects(rule) || startsWithAny(rule, MACHINES) || isSilence(rule);
  }

  /** Whether it is about food that people have to save, whatever the cause. */
  public static boolean isAboutFood(RuleId rule) {
    return startsWithAny(rule, FOOD);
  }

  /**
   * Whether its advice is to repair a machine, which does not help when another thing is the cause.
   */
  public static boolean advisesRepair(RuleId rule) {
    return Set.of("FRG-01", "FRG-05", "FRZ-01", "FRZ-03").contains(rule.value());
  }

  /** Whether it limits what may be done with food, whatever else is known of the machine. */
  static boolean limitsFood(RuleId rule) {
    return Set.of("FRG-04", "FRZ-02", "HOT-02").contains(rule.value());
  }

  /** Whether some other device of the site could be the cause of such an alert. */
  public static boolean mayBeEffect(Site site, Alert alert) {
    return isSilence(alert.rule()) && !upstream(site, alert.device(), Device::gateway).isEmpty()
        || alert.rule().value().equals(GATEWAY) && gateways(site) > 1
        || startsWithAny(alert.rule(), STOPPED_MACHINES)
            && !upstream(site, alert.device(), Device::circuit).isEmpty();
  }

  /** Whether the one is the cause of the other, as far as rules, wires and times go. */
  static boolean isCause(Site site, Alert cause, Alert effect) {
    return !cause.id().equals(effect.id())
        && (isGraver(cause, effect) || tookOver(cause, effect) || isUpstream(site, cause, effect));
  }

  /**
   * A door was left open and by now the food is warm: one job, and no longer the door's. A door
   * that is left open later is told.
   */
  private static boolean tookOver(Alert food, Alert door) {
    return door.rule().value().equals(DOOR)
        && door.device().equals(food.device())
        && isAboutFood(food.rule())
        && food.parent().isEmpty()
        && food.severity().atLeast(door.severity())
        && food.openedAt().isAfter(door.openedAt());
  }

  /**
   * Whether two alerts are of one kind, so that one can stand for both when their cause is over:
   * about food, or about what is not heard.
   */
  static boolean areAlike(Alert one, Alert other) {
    return isAboutFood(one.rule()) && isAboutFood(other.rule())
        || isSilence(one.rule()) && isSilence(other.rule());
  }

  /** Whether it is that a device is not heard. */
  static boolean isSilence(RuleId rule) {
    return SILENCES.contains(rule.value());
  }

  /** Two rules about one machine: the graver one leads, of two alike the earlier. */
  private static boolean isGraver(Alert cause, Alert effect) {
    return isSameMachine(cause, effect) && LEADING.compare(cause, effect) < 0;
  }

  /** Whether two rules speak of one machine. */
  private static boolean isSameMachine(Alert one, Alert other) {
    return one.device().equals(other.device())
        && !one.rule().equals(other.rule())
        && MACHINES.stream()
            .map(Set::of)
            .anyMatch(m -> startsWithAny(one.rule(), m) && startsWithAny(other.rule(), m));
  }

  /**
   * Whether an alert is an effect because another about its machine is one: a rule that adds up how
   * long food was warm counts from before its circuit died, and is of that death all the same. What
   * was known before the cause is none.
   */
  static boolean isCauseWith(Site site, Alert cause, Alert mate, Alert effect) {
    return canHaveEffects(cause.rule())
        && isSameMachine(mate, effect)
        && !effect.raisedAt().isBefore(cause.since())
        && isUpstream(site, cause, mate);
  }

  private static boolean isUpstream(Site site, Alert cause, Alert effect) {
    return isNear(site, cause, effect)
        && !effect.since().isBefore(cause.since().minus(EARLIER).minus(interval(site, effect)))
        && cause.resolvedAt().filter(effect.since()::isAfter).isEmpty();
  }

  /** Whether effects of it may be hidden now. */
  static boolean isInForce(Alert cause, Instant now) {
    if (!cause.live()) {
      return false;
    }
    Optional<Instant> fading =
        cause.resolvedAt().filter(over -> over.plus(FADES_WITHIN).isAfter(now));
    return switch (cause.state()) {
      case OPEN, ACKNOWLEDGED, SUPPRESSED -> true;
      case RESOLVED -> fading.isPresent();
      // What was closed while it lasted has let its effects go, whatever its sensor shows later.
      case CLOSED ->
          fading.filter(over -> !cause.closedAt().orElse(over).isBefore(over)).isPresent();
      case FALSE_ALARM, WITHDRAWN -> false;
    };
  }

  private static boolean isNear(Site site, Alert cause, Alert effect) {
    return switch (cause.rule().value()) {
      case INTAKE -> isSilence(effect.rule());
      case GATEWAY ->
          isSilence(effect.rule())
                  && upstream(site, effect.device(), Device::gateway).contains(cause.device())
              || isTogether(cause, effect);
      case CIRCUIT ->
          startsWithAny(effect.rule(), STOPPED_MACHINES)
                  && upstream(site, effect.device(), Device::circuit).contains(cause.device())
              || isLostWithSupply(site, cause, effect);
      default -> false;
    };
  }

  /** The one that went silent first stands for the others. */
  private static boolean isTogether(Alert cause, Alert effect) {
    boolean first =
        cause.since().isBefore(effect.since())
            || cause.since().equals(effect.since())
                && cause.device().compareTo(effect.device()) < 0;
    return effect.rule().value().equals(GATEWAY)
        && first
        && !cause.since().plus(TOGETHER).isBefore(effect.since());
  }

  /** A gateway that falls silent as the meter dies that all others hang on has no power either. */
  private static boolean isLostWithSupply(Site site, Alert meter, Alert gateway) {
    return gateway.rule().value().equals(GATEWAY)
        && upstream(site, meter.device(), Device::circuit).isEmpty()
        && Duration.between(meter.since(), gateway.since()).abs().compareTo(TOGETHER) <= 0;
  }

  private static long gateways(Site site) {
    return site.devices().values().stream()
        .filter(device -> device.kind() == DeviceKind.GATEWAY)
        .count();
  }

  private static Set<DeviceId> upstream(
      Site site, DeviceId device, Function<Device, Optional<DeviceId>> step) {
    Set<DeviceId> above = new LinkedHashSet<>();
    Optional<DeviceId> next = site.device(device).flatMap(step);
    while (next.isPresent() && above.add(next.get())) {
      next = site.device(next.get()).flatMap(step);
    }
    return above;
  }

  private static Duration interval(Site site, Alert alert) {
    return site.device(alert.device()).flatMap(Device::interval).orElse(Duration.ZERO);
  }

  private static boolean startsWithAny(RuleId rule, Set<String> starts) {
    return starts.stream().anyMatch(rule.value()::startsWith);
  }

  /** Whether the sensor still shows it and nobody has done away with it. */
  static boolean isUnsettled(Alert alert) {
    return alert.state().isStanding() || alert.state() == AlertState.SUPPRESSED;
  }
}
