package wuchang.rules.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;

/** The cycles in what one device said, as the rules recognise them. */
public final class CycleLog {
  private CycleLog() {}

  /** Of what the recogniser needs readings. */
  public static Set<Metric> metrics(CycleProfile profile) {
    Recogniser recogniser = new Recogniser(profile);
    return Metric.known().stream()
        .filter(recogniser::wants)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The cycles that are over, by their end.
   *
   * @param said in any order; what is repeated or doubtful changes nothing
   */
  public static List<Ended> of(CycleProfile profile, List<? extends Observation> said) {
    Recogniser recogniser = new Recogniser(profile);
    List<Reading> readings = new ArrayList<>();
    for (Observation observation : said) {
      if (observation instanceof Reading reading
          && recogniser.wants(reading.metric())
          && isProof(reading)) {
        readings.add(reading);
      }
    }
    readings.sort(Comparator.comparing(Reading::time).thenComparing(Reading::metric));
    List<Ended> cycles = new ArrayList<>();
    Progress now = recogniser.blank();
    for (Reading reading : readings) {
      now = collect(now, recogniser.at(now, reading.time().toEpochMilli()), cycles);
      now = collect(now, recogniser.after(now, reading), cycles);
    }
    long settled = now.signals().openSince() + profile.door();
    collect(now, now.signals().open() ? recogniser.at(now, settled) : now, cycles);
    return List.copyOf(cycles);
  }

  /** Bad values, and those of an unknown time, prove nothing. */
  private static boolean isProof(Reading reading) {
    return reading.quality() != Quality.BAD
        && reading.flaw() != Flaw.CLOCK_SKEW
        && reading.flaw() != Flaw.RETAINED;
  }

  private static Progress collect(Progress was, Progress now, List<Ended> cycles) {
    now.last().filter(last -> was.last().filter(last::equals).isEmpty()).ifPresent(cycles::add);
    return now;
  }
}
