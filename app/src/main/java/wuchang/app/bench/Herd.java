package wuchang.app.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * So many devices of all common kinds, each of which says one thing a minute. Their values wander
 * and now and then leave their limits, so that episodes begin and end; they are cheap to make and
 * pretend nothing else. The same minute always says the same.
 */
final class Herd {
  /** When its past begins. */
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final long MINUTE_MILLIS = 60_000;
  private static final String[] KINDS = {
    "fridge, defrost: {times: [\"03:00\"], longest: 40m}",
    "fridge",
    "freezer",
    "sample-fridge",
    "disinfection-cabinet",
    "fridge",
    "electricity-meter, rated-current: 63 A, phases: 3",
    "water-meter, max-flow: 6 m³/h",
    "freezer",
    "access-gate"
  };

  private static final String MEALS =
      """
      calendar:
        meals:
          - {id: breakfast, days: mon-fri, prep: "05:30-06:30", service: "06:30-08:30", cleaning: "08:30-09:30"}
          - {id: lunch, days: mon-fri, prep: "08:30-11:00", service: "11:00-13:00", cleaning: "13:00-14:30"}
          - {id: dinner, days: mon-fri, prep: "15:00-17:00", service: "17:00-19:00", cleaning: "19:00-20:30"}
      """;

  private final Site site;
  private final List<Device> devices;

  /** A herd on a site of its own. */
  Herd(int size, ConfigReader reader) {
    this.site = site(configuration(size), reader);
    this.devices = List.copyOf(site.devices().values());
  }

  /** The site of a configuration that is right. */
  static Site site(String yaml, ConfigReader reader) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    Outcome outcome = reader.read("bench", Path.of("").toAbsolutePath(), bytes);
    return outcome.match(
        valid -> valid.config().site(),
        invalid -> {
          throw new IllegalStateException(invalid.faults().toString());
        });
  }

  /** The site of such a herd, as it stands in a configuration. */
  static String configuration(int size) {
    StringBuilder yaml = new StringBuilder("site: {id: herd, profile: CN}\n").append(MEALS);
    yaml.append("areas: [{id: kitchen, food: true}]\ndevices:\n");
    for (int device = 0; device < size; device++) {
      yaml.append("  - {id: d-").append(device).append(", area: kitchen, interval: 60s, kind: ");
      yaml.append(KINDS[device % KINDS.length]).append("}\n");
    }
    return yaml.toString();
  }

  Site site() {
    return site;
  }

  List<Device> devices() {
    return devices;
  }

  /** What the whole herd says in a minute, counted from the first. */
  List<Observation> minute(long minute) {
    List<Observation> said = new ArrayList<>(devices.size());
    for (int device = 0; device < devices.size(); device++) {
      said.add(said(minute, device));
    }
    return said;
  }

  private Observation said(long minute, int device) {
    Device from = devices.get(device);
    long spread = device * (MINUTE_MILLIS - 1) / devices.size();
    Instant at = START.plusMillis(minute * MINUTE_MILLIS + spread);
    // Some 30 minutes in a thousand are trouble, of each device at a time of its own.
    boolean trouble = (minute + device * 37L) % 2000 < 60;
    double wobble = wobble(minute * 31 + device);
    return switch (from.kind()) {
      case FRIDGE, SAMPLE_FRIDGE ->
          Reading.of(from.id(), Metric.TEMPERATURE, at, (trouble ? 11 : 4) + wobble);
      case FREEZER -> Reading.of(from.id(), Metric.TEMPERATURE, at, (trouble ? -9 : -18) + wobble);
      case DISINFECTION_CABINET ->
          Reading.of(from.id(), Metric.TEMPERATURE, at, (trouble ? 165 : 60) + wobble);
      case ELECTRICITY_METER ->
          Reading.of(from.id(), Metric.CURRENT, at, (trouble ? 64 : 30) + wobble);
      case WATER_METER -> Reading.of(from.id(), Metric.WATER_TOTAL, at, minute * 0.02);
      default -> Reading.of(from.id(), Metric.DOOR_OPEN, at, trouble ? 1 : 0);
    };
  }

  /** Between −1 and 1, in tenths as probes have it. */
  private static double wobble(long n) {
    long mixed = n * 0x9E3779B97F4A7C15L;
    return ((mixed >>> 40) % 21 - 10) / 10.0;
  }
}
