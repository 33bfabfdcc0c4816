package wuchang.rules.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

/**
 * Observations in the order of {@link Past}, in as little memory as can be: a reading takes 21
 * bytes instead of a hundred, and is made anew when it is asked for. What is no reading, or not
 * like the others, is kept as it is.
 */
final class Packed {
  private static final byte WHOLE = -1;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int FIRST_CAPACITY = 16;

  /** What many readings have in common. */
  private record Form(DeviceId device, Metric metric, Flaw flaw, Provenance provenance) {
    boolean fits(Reading reading) {
      return device.equals(reading.device())
          && metric.equals(reading.metric())
          && flaw == reading.flaw()
          && provenance.equals(reading.provenance());
    }
  }

  private final List<Form> forms = new ArrayList<>();
  private int size;
  private long[] times = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];

  /** From when it was measured to when it arrived, in milliseconds. */
  private int[] delays = new int[FIRST_CAPACITY];

  /** The place among the forms, or {@link #WHOLE}. */
  private byte[] shapes = new byte[FIRST_CAPACITY];

  /** Those that are not packed; none while all are. */
  private @Nullable Observation[] wholes = {};

  /** The one that was added last, which is mostly asked for next. */
  private @Nullable Observation newest;

  int size() {
    return size;
  }

  Observation get(int i) {
    if (i == size - 1 && newest != null) {
      return newest;
    }
    if (shapes[i] == WHOLE) {
      return java.util.Objects.requireNonNull(wholes[i]);
    }
    Form form = forms.get(shapes[i]);
    Instant time = Instant.ofEpochMilli(times[i]);
    Instant arrived = delays[i] == 0 ? time : Instant.ofEpochMilli(times[i] + delays[i]);
    return new Reading(
        form.device(), form.metric(), time, values[i], form.flaw(), form.provenance(), arrived);
  }

  /** Those from a place on, as they are now. */
  List<Observation> from(int place) {
    if (place == size - 1) {
      return List.of(get(place));
    }
    List<Observation> all = new ArrayList<>(size - place);
    for (int i = place; i < size; i++) {
      all.add(get(i));
    }
    return all;
  }

  void add(Observation observation) {
    add(size, observation);
  }

  /** Puts one in its place, before those that are there. */
  void add(int place, Observation observation) {
    if (size == times.length) {
      grow();
    }
    if (place == size) {
      newest = observation;
    }
    move(place, place + 1);
    times[place] = observation.time().toEpochMilli();
    shapes[place] = observation instanceof Reading reading ? shape(reading) : WHOLE;
    if (shapes[place] == WHOLE) {
      keepWhole(place, observation);
    } else {
      Reading reading = (Reading) observation;
      values[place] = reading.value();
      delays[place] = (int) (reading.arrived().toEpochMilli() - times[place]);
      if (wholes.length > 0) {
        wholes[place] = null;
      }
    }
  }

  void remove(int place) {
    removeRange(place, place + 1);
  }

  /** Removes those from a place up to, and without, another. */
  void removeRange(int from, int to) {
    if (to == size) {
      newest = null;
    }
    move(to, from);
    if (wholes.length > size) {
      Arrays.fill(wholes, size, wholes.length, null);
    }
  }

  /** Where an observation is, or {@code -place - 1} of where it belongs. */
  int find(Observation observation) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = compare(middle, observation);
      if (compared == 0) {
        return middle;
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** Whether the one at a place comes before (negative), is, or comes after an observation. */
  int compare(int place, Observation observation) {
    int byTime = Long.compare(times[place], observation.time().toEpochMilli());
    return byTime == 0 ? Past.ORDER.compare(get(place), observation) : byTime;
  }

  private void keepWhole(int place, Observation observation) {
    if (wholes.length < times.length) {
      wholes = Arrays.copyOf(wholes, times.length);
    }
    wholes[place] = observation;
  }

  /** The place of a reading's form; {@link #WHOLE} when it cannot be packed. */
  private byte shape(Reading reading) {
    long delay = reading.arrived().toEpochMilli() - reading.time().toEpochMilli();
    if (delay != (int) delay || isFine(reading.time()) || isFine(reading.arrived())) {
      return WHOLE;
    }
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).fits(reading)) {
        return (byte) i;
      }
    }
    if (forms.size() == Byte.MAX_VALUE) {
      return WHOLE;
    }
    forms.add(new Form(reading.device(), reading.metric(), reading.flaw(), reading.provenance()));
    return (byte) (forms.size() - 1);
  }

  private static boolean isFine(Instant instant) {
    return instant.getNano() % NANOS_PER_MILLI != 0;
  }

  private void grow() {
    int capacity = size + (size >> 1);
    times = Arrays.copyOf(times, capacity);
    values = Arrays.copyOf(values, capacity);
    delays = Arrays.copyOf(delays, capacity);
    shapes = Arrays.copyOf(shapes, capacity);
    if (wholes.length > 0) {
      wholes = Arrays.copyOf(wholes, capacity);
    }
  }

  /** Moves all from a place on to another. */
  private void move(int from, int to) {
    int count = size - from;
    if (count > 0) {
      System.arraycopy(times, from, times, to, count);
      System.arraycopy(values, from, values, to, count);
      System.arraycopy(delays, from, delays, to, count);
      System.arraycopy(shapes, from, shapes, to, count);
      if (wholes.length > 0) {
        System.arraycopy(wholes, from, wholes, to, count);
      }
    }
    size += to - from;
  }
}
