package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Watches a cold unit once a minute, and tells after how many hours from an onset it was truly so
 * wrong as DOMAIN.md B3 words it. Written on its own, from that page; the rules are not seen here.
 */
final class ColdHarm {
  static final double NEVER = Double.POSITIVE_INFINITY;

  /** Of the compressor's power, above which more runs than a fan. */
  private static final double RUNS = 0.5;

  /** What was so at one minute. */
  private record Minute(
      double hour,
      double air,
      double chilled,
      double frozen,
      boolean open,
      boolean runs,
      boolean thaws) {}

  private final Instant onset;
  private final List<Minute> minutes = new ArrayList<>();
  private final TreeMap<Double, Boolean> defrosts = new TreeMap<>();
  private Refrigeration.Mode mode = Refrigeration.Mode.RESTING;
  private double chilled = Double.NaN;
  private double frozen;
  private double upper;

  ColdHarm(Instant onset) {
    this.onset = onset;
  }

  void see(Instant now, ColdCabinet unit) {
    double hour = Duration.between(onset, now).toMillis() / 3_600_000.0;
    Refrigeration.Mode is = unit.cooling().mode();
    if (is == Refrigeration.Mode.DEFROSTING && mode != is) {
      defrosts.put(hour, true);
    }
    mode = is;
    if (now.getEpochSecond() % 60 == 0) {
      upper = unit.cooling().plant().setPoint() + unit.cooling().plant().differential() / 2;
      double air = Math.round((unit.probe() + unit.noise()) * 10) / 10.0;
      chilled = Double.isNaN(chilled) ? air : chilled + (air - chilled) / 10;
      frozen = minutes.isEmpty() ? air : frozen + (air - frozen) / 45;
      boolean thaws = is == Refrigeration.Mode.DEFROSTING || is == Refrigeration.Mode.DRIPPING;
      boolean open = unit.use().door().isOpen();
      minutes.add(
          new Minute(
              hour,
              air,
              chilled,
              frozen,
              open,
              unit.watts() > RUNS * unit.cooling().plant().compressorWatts(),
              thaws));
    }
  }

  /** Hours from the onset until it has been too warm for long: FRG-01. */
  double tooWarm() {
    return held(30, minute -> minute.chilled() > 8);
  }

  /** FRG-02. */
  double failed() {
    return held(15, minute -> minute.air() > 15 && !minute.thaws());
  }

  /** FRG-03. */
  double freezing() {
    return held(30, minute -> minute.air() < 0);
  }

  /** SMP-01. */
  double samplesSpoil() {
    return held(15, minute -> minute.air() < 0 || minute.air() > 8);
  }

  /** FRZ-01. */
  double softens() {
    return held(45, minute -> minute.frozen() > -12);
  }

  /** FRZ-02. */
  double thaws() {
    return held(30, minute -> minute.frozen() > -5);
  }

  /** FRG-04: so many minutes above 8 °C, with no four hours of rest between. */
  double exposed(int most) {
    int sum = 0;
    int cool = 0;
    for (Minute minute : minutes) {
      boolean warm = minute.chilled() > 8;
      cool = warm ? 0 : cool + 1;
      sum = cool >= 240 ? 0 : sum + (warm ? 1 : 0);
      if (sum >= most && minute.hour() >= 0) {
        return minute.hour();
      }
    }
    return NEVER;
  }

  /** FRZ-03: warm for 45 minutes as in a defrost, more than 6 in a day, none for 72 hours. */
  double thawsWrongly() {
    double overrun = held(45, minute -> minute.air() > upper + 2);
    double often = NEVER;
    double last = -12;
    double missing = NEVER;
    for (double defrost : defrosts.keySet()) {
      int day = defrosts.subMap(defrost - 24, true, defrost, true).size();
      often = defrost >= 0 && day > 6 ? Math.min(often, defrost) : often;
      missing = defrost - last > 72 ? Math.min(missing, last + 72) : missing;
      last = defrost;
    }
    double end = minutes.get(minutes.size() - 1).hour();
    missing = end - last > 72 ? Math.min(missing, last + 72) : missing;
    return Math.min(overrun, Math.min(often, missing));
  }

  /** ELE-05: runs for more than nine tenths of three hours. */
  double neverRests() {
    int runs = 0;
    for (int i = 0; i < minutes.size(); i++) {
      runs += minutes.get(i).runs() ? 1 : 0;
      runs -= i >= 180 && minutes.get(i - 180).runs() ? 1 : 0;
      if (i >= 180 && minutes.get(i).hour() >= 3 && runs > 162) {
        return minutes.get(i).hour();
      }
    }
    return NEVER;
  }

  /**
   * FRG-05: 2 K/h over an hour of air behind a shut door, straight, and at 8 °C within the next.
   */
  double warms() {
    for (int i = 60; i < minutes.size(); i++) {
      List<Minute> hour = minutes.subList(i - 60, i + 1);
      if (minutes.get(i).hour() >= 0 && hour.stream().noneMatch(Minute::thaws) && rises(hour)) {
        return minutes.get(i).hour();
      }
    }
    return NEVER;
  }

  private static boolean rises(List<Minute> hour) {
    List<Minute> shut = hour.stream().filter(minute -> !minute.open()).toList();
    if (shut.size() < 8) {
      return false;
    }
    double x = shut.stream().mapToDouble(Minute::hour).average().orElseThrow();
    double y = shut.stream().mapToDouble(Minute::air).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Minute minute : shut) {
      xx += (minute.hour() - x) * (minute.hour() - x);
      xy += (minute.hour() - x) * (minute.air() - y);
      yy += (minute.air() - y) * (minute.air() - y);
    }
    double slope = xy / xx;
    double ahead = y + slope * (hour.get(hour.size() - 1).hour() + 1 - x);
    double now = hour.get(hour.size() - 1).air();
    return slope >= 2 && xy * xy / (xx * yy) >= 0.8 && ahead >= 8 && now <= 8;
  }

  private interface Wrong {
    boolean at(Minute minute);
  }

  private double held(int most, Wrong wrong) {
    int held = 0;
    for (Minute minute : minutes) {
      held = wrong.at(minute) ? held + 1 : 0;
      if (held > most && minute.hour() >= 0) {
        return minute.hour();
      }
    }
    return NEVER;
  }
}
