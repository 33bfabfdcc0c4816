package wuchang.simulators.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import wuchang.domain.DeviceId;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.WireMishap;

/**
 * Plans when the gateways of a site are away by habit. They are mishaps like others, so that they
 * have labels; who plays a site adds them to its own. Only gateways that feed three devices or more
 * are away: with fewer an absence is not one of the site's data but of single devices (DOMAIN
 * SYS-01).
 */
public final class Absences {
  private static final long LEAST_DEVICES = 3;
  private static final double WEEK_HOURS = 168;
  private static final double SPREAD = 0.4;

  private Absences() {}

  /**
   * Those that begin in that span, gateway by gateway, by time; the same for the same seed. One
   * that goes on at the span's end is over then: nobody looks further.
   */
  public static List<Mishap> plan(
      Site site, WireHabits.Outages habit, long seed, Instant from, Instant to) {
    if (habit.perWeek() == 0) {
      return List.of();
    }
    List<Mishap> plan = new ArrayList<>();
    for (var device : site.devices().values()) {
      if (device.kind() == DeviceKind.GATEWAY && feeds(site, device.id()) >= LEAST_DEVICES) {
        long own = seed * 0x9E3779B97F4A7C15L + device.id().value().hashCode();
        plan.addAll(of(device.id(), habit, new SplittableRandom(own), from, to));
      }
    }
    return plan;
  }

  private static long feeds(Site site, DeviceId gateway) {
    return site.devices().values().stream()
        .filter(device -> device.gateway().filter(gateway::equals).isPresent())
        .count();
  }

  private static List<Mishap> of(
      DeviceId gateway,
      WireHabits.Outages habit,
      SplittableRandom random,
      Instant from,
      Instant to) {
    MishapKind kind = habit.backlog() ? WireMishap.GATEWAY_BACKLOG : WireMishap.GATEWAY_OUTAGE;
    List<Mishap> plan = new ArrayList<>();
    Instant onset = after(from, habit, random);
    while (onset.isBefore(to)) {
      Instant end = onset.plus(length(habit.lasting(), random));
      plan.add(new Mishap(kind, gateway, onset, end.isBefore(to) ? end : to, 1));
      onset = after(end, habit, random);
    }
    return plan;
  }

  /** The next onset: at any time alike, so that pauses are exponential. */
  private static Instant after(Instant time, WireHabits.Outages habit, SplittableRandom random) {
    double hours = -StrictMath.log(1 - random.nextDouble()) * WEEK_HOURS / habit.perWeek();
    return time.plusSeconds(1 + Math.round(hours * 3_600));
  }

  private static Duration length(Duration usual, SplittableRandom random) {
    double longest = usual.toSeconds() * 2.0;
    double seconds = Dice.longTailed(random, usual.toSeconds(), SPREAD);
    return Duration.ofSeconds(Math.round(Math.max(1, Math.min(longest, seconds))));
  }
}
