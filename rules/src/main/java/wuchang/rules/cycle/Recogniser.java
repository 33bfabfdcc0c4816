package wuchang.rules.cycle;

import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.cycle.Running.By;
import wuchang.rules.kernel.Kind;

/**
 * Recognises cycles in what a device says, temperature, door and power together (DOMAIN.md B3). It
 * begins when it gets warm, or draws its power, with the door closed, and ends when it has cooled,
 * or is opened. A hold that was seen without a gap is proof, whatever is missing beside it; without
 * one, a gap leaves it unproven. Pure; costs some allocations a reading.
 */
public record Recogniser(CycleProfile profile) {
  /** A device of which nothing is known. */
  public Progress blank() {
    return Progress.NOTHING;
  }

  public boolean wants(Metric metric) {
    return proves(metric)
        || metric.equals(Metric.DOOR_OPEN)
        || metric.equals(profile.isHeat() ? Metric.POWER : Metric.OCCUPIED);
  }

  /** Whether a metric is the one that proves a cycle. */
  public boolean proves(Metric metric) {
    return profile.isHeat()
        ? metric.equals(Metric.TEMPERATURE)
        : metric.equals(Metric.POWER) || metric.equals(Metric.UV_ON);
  }

  /** After a reading that is not older than what is known. */
  public Progress after(Progress was, Reading reading) {
    long at = reading.time().toEpochMilli();
    Progress now = at(was, at);
    if (reading.metric().equals(Metric.DOOR_OPEN)) {
      return door(now, at, reading.value() != 0);
    }
    if (!profile.isHeat()) {
      return timed(now, at, reading);
    }
    return reading.metric().equals(Metric.POWER)
        ? power(now, at, reading.value())
        : heat(now, at, reading.value());
  }

  /** At an instant: a door that has been open for too long ends a cycle. */
  public Progress at(Progress was, long at) {
    Signals s = was.signals();
    if (!s.open() || s.aired() || at < s.openSince() + profile.door()) {
      return was;
    }
    Progress open = was.with(s.hasAired()).with(Rise.UNKNOWN).ready(true);
    return finish(open, s.openSince(), By.DOOR).held(Progress.NONE);
  }

  /** When time alone changes something. */
  public long changes(Progress was, long at) {
    Signals s = was.signals();
    long due = s.openSince() + profile.door();
    return s.open() && !s.aired() && due > at ? due : Kind.NEVER;
  }

  private Progress door(Progress was, long at, boolean opens) {
    Progress now = was.with(was.signals().door(opens, at));
    if (opens || now.isRunning()) {
      return now;
    }
    return profile.isHeat() ? beginByPower(now, at) : light(now, at, at);
  }

  private Progress power(Progress was, long at, double watts) {
    Progress now = was.with(was.signals().power(profile, watts, at));
    if (!profile.knowsPower()) {
      return now;
    }
    boolean draws = now.signals().draws(profile);
    if (!now.isRunning()) {
      return draws ? beginByPower(now, at) : now.ready(true);
    }
    Running running =
        now.running()
            .unmetered(was.signals().isUnmetered(profile, at))
            .drawing(profile, at, draws, was.signals().isGap(profile, at));
    Progress after = now.with(running);
    return !draws && !running.warmed() ? finish(after, at, By.ITSELF) : after;
  }

  private Progress beginByPower(Progress was, long at) {
    Signals s = was.signals();
    if (!was.ready() || s.open() || !s.draws(profile)) {
      return was;
    }
    double low = Math.min(was.rise().low(), s.celsius());
    Running begun = Running.begun(at, low, s.celsius(), false);
    return was.ready(false).with(begun.drawing(profile, at, true, false));
  }

  private Progress heat(Progress was, long at, double value) {
    Signals s = was.signals();
    boolean gap = s.isGap(profile, at);
    long atTarget = was.since() == Progress.NONE ? 0 : (gap ? s.at() : at) - was.since();
    boolean hot = value >= profile.target() && !s.aired();
    long kept = was.since() == Progress.NONE || gap ? at : was.since();
    Progress now =
        was.heard(at, isSilent(s, at))
            .with(s.temperature(value, at))
            .with(was.rise().after(profile, at, value, gap))
            .held(hot ? kept : Progress.NONE);
    Progress begun = now.isRunning() ? now : beginByHeat(now, value);
    if (!begun.isRunning()) {
      return begun;
    }
    Running running =
        begun
            .running()
            .unmetered(s.isUnmetered(profile, at))
            .sampled(profile, at, value, atTarget, gap);
    Progress after = begun.with(running);
    // With the door open it cools at once: the door tells what has ended it.
    boolean over = running.hasFallen(profile, value) && !s.open();
    return over ? finish(after, at, By.ITSELF) : after;
  }

  private Progress beginByHeat(Progress was, double value) {
    Rise rise = was.rise();
    if (was.signals().open() || !rise.isCycle(profile, value)) {
      return was;
    }
    Running begun =
        Running.begun(rise.crossed(), rise.low(), value, rise.hidden())
            .unmetered(was.signals().meteredSince() > rise.cool());
    boolean heard = profile.knowsPower() && !Double.isNaN(was.signals().watts());
    return was.ready(false)
        .with(
            heard
                ? begun.drawing(profile, rise.crossed(), was.signals().draws(profile), false)
                : begun);
  }

  private Progress timed(Progress was, long at, Reading reading) {
    Signals s = was.signals();
    if (reading.metric().equals(Metric.OCCUPIED)) {
      return light(was.with(s.people(reading.value() != 0)), at, s.at());
    }
    Signals now =
        reading.metric().equals(Metric.POWER)
            ? s.power(profile, reading.value(), at)
            : s.lamp(reading.value());
    return light(was.heard(at, isSilent(s, at)).with(now.heardAt(at)), at, s.at());
  }

  /** What a lamp has come to; it was heard before then. */
  private Progress light(Progress was, long at, long before) {
    Signals s = was.signals();
    boolean gap = before != Progress.NONE && at - before > profile.gap();
    boolean works = s.works(profile);
    if (!was.isRunning()) {
      return works && !s.open() && !s.occupied()
          ? was.held(at).with(Running.begun(at, Double.NaN, Double.NaN, gap))
          : was;
    }
    long lit = (gap ? before : at) - was.since();
    Progress now = was.with(was.running().lit(profile, at, lit, gap)).held(gap ? at : was.since());
    if (s.occupied()) {
      return finish(now, at, By.PEOPLE);
    }
    return works ? now : finish(now, at, By.ITSELF);
  }

  private boolean isSilent(Signals s, long at) {
    return s.at() != Progress.NONE && at - s.at() >= Math.max(profile.hold(), profile.gap() + 1);
  }

  private Progress finish(Progress was, long end, By by) {
    if (!was.isRunning()) {
      return was;
    }
    Progress done = by == By.DOOR ? heldUntil(was, end) : was;
    Running running = done.running();
    Progress over =
        running.counts(profile, end)
            ? done.ended(running.ended(profile, end, by))
            : done.with(Running.NOTHING);
    Signals s = was.signals();
    Rise anew = by == By.DOOR ? Rise.UNKNOWN : Rise.from(s.celsius(), s.at());
    return over.held(Progress.NONE).with(anew);
  }

  /** A good sample holds until the next one: up to the door's opening it was hot, or lit. */
  private Progress heldUntil(Progress was, long end) {
    if (was.since() == Progress.NONE) {
      return was;
    }
    long held = Math.min(end, was.signals().at() + profile.gap()) - was.since();
    return was.with(was.running().lit(profile, end, held, false));
  }
}
