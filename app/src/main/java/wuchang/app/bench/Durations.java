package wuchang.app.bench;

import java.util.Arrays;

/** How long each of many things took. */
final class Durations {
  private long[] nanos = new long[1024];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  /** The median, the ninety-ninth percentile and the longest; nothing when there are none. */
  void tell(String of, Figures figures) {
    if (count == 0) {
      return;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    for (int percent : new int[] {50, 99, 100}) {
      long at = sorted[Math.max(0, (int) ((count * (long) percent + 99) / 100) - 1)];
      figures.add(of + (percent == 100 ? ", longest" : ", p" + percent), at / 1e6, "ms");
    }
  }
}
