package wuchang.app.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of readings of so many fridges: temperature and door each minute, at times that only
 * milliseconds tell apart, with hours in which one of them is too warm. A row's serial number is
 * its place in the file; the same request gives the same rows, moved in time.
 */
record Readings(Path csv, int devices, int minutes, List<String> rows) {
  private static final int WARMER = 12;

  /** Ends so long ago. */
  static Readings of(Path csv, int devices, int minutes, Duration endedAgo) {
    Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(endedAgo);
    List<String> rows = rows(devices, minutes, end.minus(Duration.ofMinutes(minutes)));
    try {
      Files.write(csv, concat("time,device,metric,value", rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Readings(csv, devices, minutes, rows);
  }

  /** The minutes from one to before another, as a file of its own. */
  Readings part(Path file, int from, int to) throws IOException {
    int each = 2 * devices;
    List<String> some = rows.subList(from * each, to * each);
    Files.write(file, concat("time,device,metric,value", some));
    return new Readings(file, devices, to - from, some);
  }

  /** The row of a serial number, as {@code time,device,metric,value}. */
  String row(int serial) {
    return rows.get(serial - 1);
  }

  /** All of them. */
  Set<Integer> serials() {
    return IntStream.rangeClosed(1, rows.size()).boxed().collect(Collectors.toSet());
  }

  private static List<String> rows(int devices, int minutes, Instant start) {
    Random random = new Random(7);
    int[] warmFor = new int[devices + 1];
    List<String> rows = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      for (int device = 1; device <= devices; device++) {
        if (warmFor[device] == 0 && random.nextInt(1500) == 0) {
          warmFor[device] = 40 + random.nextInt(110);
        }
        warmFor[device] = Math.max(0, warmFor[device] - 1);
        double value = 4 + (warmFor[device] > 0 ? WARMER : 0) + random.nextInt(80) / 100.0;
        Instant at = start.plus(Duration.ofMinutes(minute)).plusMillis(random.nextInt(1000));
        rows.add(row(at, device, "temperature", String.format(Locale.ROOT, "%.2f", value)));
        rows.add(row(at, device, "door_open", random.nextInt(30) == 0 ? "1" : "0"));
      }
    }
    return rows;
  }

  private static String row(Instant at, int device, String metric, String value) {
    return at + ",fridge-" + device + "," + metric + "," + value;
  }

  private static List<String> concat(String first, List<String> rest) {
    List<String> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
