package wuchang.simulators.mishap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;

/** When and where a mishap is what its truth says: some are only wrong at the wrong time. */
@FunctionalInterface
public interface Occasion {
  Occasion ANY = (mishap, site, seed) -> true;

  /** When there are people at work. */
  Set<Bustle> WORK = EnumSet.of(Bustle.PREPARING, Bustle.SERVING, Bustle.CLEANING);

  /** What keeps food cold. */
  Set<DeviceKind> COLD =
      EnumSet.of(DeviceKind.FRIDGE, DeviceKind.FREEZER, DeviceKind.SAMPLE_FRIDGE);

  /** What door controllers come with. */
  Duration USUAL_HOLD = Duration.ofSeconds(60);

  /**
   * @param seed decides who really comes and goes at that site
   */
  boolean suits(Mishap mishap, Site site, long seed);

  /** Both. */
  default Occasion and(Occasion other) {
    return (mishap, site, seed) -> suits(mishap, site, seed) && other.suits(mishap, site, seed);
  }

  /** That long without a break while the kitchen is so busy. */
  static Occasion within(Bustle bustle, Duration least) {
    return (mishap, site, seed) -> {
      Kitchen kitchen = Kitchen.of(site);
      return Spell.longest(mishap, at -> kitchen.bustle(at) == bustle).compareTo(least) >= 0;
    };
  }

  /** All of the time that the kitchen is once so busy, from its beginning to its end. */
  static Occasion wholly(Bustle bustle) {
    return (mishap, site, seed) -> {
      Kitchen kitchen = Kitchen.of(site);
      return Spell.holdsOne(mishap, at -> kitchen.bustle(at) == bustle);
    };
  }

  /** No other meter is above it: the supply comes in there. */
  static Occasion supplied() {
    return (mishap, site, seed) ->
        site.device(mishap.device()).filter(meter -> meter.circuit().isEmpty()).isPresent();
  }

  /**
   * The circuit is needed: something keeps food cold on it, or people work for that long. A wash-up
   * that is switched off for the night lacks nothing.
   */
  static Occasion needed(Duration least) {
    return (mishap, site, seed) -> {
      Kitchen kitchen = Kitchen.of(site);
      boolean cold =
          site.devices().values().stream()
              .anyMatch(d -> COLD.contains(d.kind()) && Label.hangsOn(d, mishap.device(), site));
      return cold
          || Spell.longest(mishap, at -> WORK.contains(kitchen.bustle(at))).compareTo(least) >= 0;
    };
  }

  /** That long without a break at night. */
  static Occasion atNight(Duration least) {
    return (mishap, site, seed) -> {
      Predicate<Instant> night = at -> site.calendar().isNight(site.local(at));
      return Spell.longest(mishap, night).compareTo(least) >= 0;
    };
  }

  /** It begins when nobody may come in at that gate. */
  static Occasion outsideAllowed() {
    return (mishap, site, seed) -> {
      ZonedDateTime onset = site.local(mishap.onset());
      Optional<Device> gate = site.device(mishap.device());
      return gate.isPresent()
          && !gate.get().traits().allowed().isEmpty()
          && gate.get().traits().allowed().stream().noneMatch(window -> window.contains(onset));
    };
  }

  /** It lasts longer than the gate's door may stand open, by some seconds at least. */
  static Occasion beyondHold(Duration margin) {
    return (mishap, site, seed) -> {
      Duration hold =
          site.device(mishap.device())
              .flatMap(gate -> gate.traits().quantity("hold"))
              .map(quantity -> quantity.toDuration())
              .orElse(USUAL_HOLD);
      return mishap.length().compareTo(hold.plus(margin)) > 0;
    };
  }
}
