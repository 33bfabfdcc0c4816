package wuchang.app.laboratory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Some rows as columns: 24 bytes a row instead of a hundred. */
final class Rows {
  /** The bytes of a row on disk. */
  static final int BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;

  private final long[] times;
  private final int[] devices;
  private final int[] whats;
  private final double[] values;
  private int size;

  Rows(int capacity) {
    times = new long[capacity];
    devices = new int[capacity];
    whats = new int[capacity];
    values = new double[capacity];
  }

  boolean isFull() {
    return size == times.length;
  }

  int size() {
    return size;
  }

  long time(int row) {
    return times[row];
  }

  void add(long time, int device, int what, double value) {
    times[size] = time;
    devices[size] = device;
    whats[size] = what;
    values[size++] = value;
  }

  /**
   * Puts a row after those that are not later, if that moves no more than so many and the place is
   * known to be among these; they are in order of time.
   */
  boolean insert(long time, int device, int what, double value, int mostMoved) {
    int place = Math.max(0, size - mostMoved);
    if (isFull() || size == 0 || times[place] > time) {
      return false;
    }
    for (int end = size; place < end; ) {
      int middle = place + end >>> 1;
      if (times[middle] <= time) {
        place = middle + 1;
      } else {
        end = middle;
      }
    }
    int moved = size++ - place;
    System.arraycopy(times, place, times, place + 1, moved);
    System.arraycopy(devices, place, devices, place + 1, moved);
    System.arraycopy(whats, place, whats, place + 1, moved);
    System.arraycopy(values, place, values, place + 1, moved);
    times[place] = time;
    devices[place] = device;
    whats[place] = what;
    values[place] = value;
    return true;
  }

  void clear() {
    size = 0;
  }

  void give(int row, RowSink sink) throws IOException, InterruptedException {
    sink.take(times[row], devices[row], whats[row], values[row]);
  }

  void write(int row, ByteBuffer to) {
    to.putLong(times[row]).putInt(devices[row]).putInt(whats[row]).putDouble(values[row]);
  }

  /** The places of the rows in order of time. */
  int[] inOrder() {
    long first = Arrays.stream(times, 0, size).min().orElse(0);
    long span = Arrays.stream(times, 0, size).max().orElse(0) - first;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    if (span >= 1L << Long.SIZE - 1 - bits) {
      return IntStream.range(0, size)
          .boxed()
          .sorted(Comparator.comparingLong(row -> times[row]))
          .mapToInt(row -> row)
          .toArray();
    }
    // Time and place in one number: numbers are sorted far faster than objects.
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      keys[row] = times[row] - first << bits | row;
    }
    Arrays.sort(keys);
    long places = (1L << bits) - 1;
    return Arrays.stream(keys).mapToInt(key -> (int) (key & places)).toArray();
  }
}
