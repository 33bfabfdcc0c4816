package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;

/** The kitchen as time passes: how busy it is, and how warm it has become by that. */
final class Air {
  /** A kitchen takes some 20 minutes to warm and to cool. */
  private static final double WARMING_SECONDS = 1_200;

  /** How often the calendar is looked at; every whole minute is among them. */
  private static final long LOOK_SECONDS = 20;

  /** What surrounds every machine during one step, at its end. */
  record Around(Instant now, LocalTime local, Bustle bustle, double celsius) {}

  private final Kitchen kitchen;
  private Instant now;
  private Bustle bustle;
  private double warmth;
  private double celsius;

  Air(Kitchen kitchen, Instant start) {
    this.kitchen = kitchen;
    this.now = start;
    this.bustle = kitchen.bustle(now);
    this.warmth = kitchen.warmth(now, bustle);
    this.celsius = warmth;
  }

  Instant now() {
    return now;
  }

  /** Lets a step pass. */
  Around next(Duration step) {
    long before = now.getEpochSecond() / LOOK_SECONDS;
    now = now.plus(step);
    if (now.getEpochSecond() / LOOK_SECONDS > before) {
      bustle = kitchen.bustle(now);
      warmth = kitchen.warmth(now, bustle);
    }
    celsius += (warmth - celsius) * step.toSeconds() / WARMING_SECONDS;
    return new Around(now, now.atZone(kitchen.zone()).toLocalTime(), bustle, celsius);
  }
}
