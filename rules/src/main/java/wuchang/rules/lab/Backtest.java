package wuchang.rules.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Cells;
import wuchang.rules.kernel.Course;
import wuchang.rules.kernel.Periods;

/**
 * Judges the past of some devices of a site, under several sets of rules at once. Observations come
 * in order of time. Used by one thread at a time; devices may be shared out to several of these:
 * each is to be shown what it hears.
 */
public final class Backtest {
  /** The order of findings wherever they are written: reproducible to the byte. */
  public static final Comparator<Episode> ORDER =
      Comparator.comparing(Episode::raisedAt)
          .thenComparing(Episode::rule)
          .thenComparing(Episode::device)
          .thenComparing(Episode::since);

  private final Map<DeviceId, Course[]> courses = new LinkedHashMap<>();

  /** By device, the courses of others that hear something of it. */
  private final Map<DeviceId, List<Course>> borrowers = new HashMap<>();

  /**
   * @param variants the sets of rules
   * @param oldest since when every device should speak
   * @param periods over which the first set's evidence is added up
   */
  public Backtest(
      List<RulesInForce> variants, List<Device> devices, Instant oldest, Periods periods) {
    Cells cells = new Cells();
    for (Device device : devices) {
      courses.put(
          device.id(),
          variants.stream()
              .map(
                  rules ->
                      new Course(
                          rules.device(device, oldest),
                          rules == variants.get(0) ? periods : Periods.NONE,
                          cells))
              .toArray(Course[]::new));
    }
    for (Course[] own : courses.values()) {
      for (Course course : own) {
        for (DeviceId other : course.around()) {
          borrowers.computeIfAbsent(other, d -> new ArrayList<>()).add(course);
        }
      }
    }
  }

  /**
   * Takes in the next observation; one of a device that is not among these is passed over. A record
   * is heard by all that have a rule which wants its kind.
   */
  public void take(Observation observation) {
    if (observation instanceof BookEntry entry) {
      courses.values().forEach(variants -> hear(variants, entry));
      return;
    }
    Course[] variants = courses.get(observation.device());
    if (variants != null) {
      for (Course course : variants) {
        course.take(observation);
      }
    }
    for (Course course : borrowers.getOrDefault(observation.device(), List.of())) {
      if (course.hears(observation)) {
        course.take(observation);
      }
    }
  }

  /** Whether observations of a device are looked at here. */
  public boolean hears(DeviceId device) {
    return courses.containsKey(device) || borrowers.containsKey(device);
  }

  private static void hear(Course[] variants, BookEntry entry) {
    for (Course course : variants) {
      if (course.wants(entry.kind())) {
        course.take(entry);
      }
    }
  }

  /** Lets time pass up to and including an instant: the end of the past. */
  public void finish(Instant to) {
    courses.values().forEach(variants -> List.of(variants).forEach(course -> course.finish(to)));
  }

  /** What was found under a set of rules, by its place among the variants; in no order. */
  public List<Episode> found(int variant) {
    List<Episode> found = new ArrayList<>();
    courses.values().forEach(variants -> found.addAll(variants[variant].episodes()));
    return found;
  }

  /** The evidence under the first set of rules, up to where time has passed; in no order. */
  public List<Coverage> coverage(Instant to) {
    List<Coverage> all = new ArrayList<>();
    courses.values().forEach(variants -> all.addAll(variants[0].coverage(to)));
    return all;
  }

  /** How many values were passed over because another of that device, metric and time was lower. */
  public long contradictions() {
    return courses.values().stream().mapToLong(variants -> variants[0].contradictions()).sum();
  }
}
