package wuchang.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wuchang.domain.reading.Reading;

/** A reading with the numbers under which the tables know its device and metric. */
record ReadingRow(int device, int metric, long millis, Reading reading) {
  /** The index's own order; equal keys keep the journal's, so that the first one stays. */
  static final Comparator<ReadingRow> BY_KEY =
      Comparator.comparingInt(ReadingRow::device)
          .thenComparingInt(ReadingRow::metric)
          .thenComparingLong(ReadingRow::millis);

  boolean sameSeries(ReadingRow other) {
    return device == other.device && metric == other.metric;
  }

  /** Of rows in the order of their keys the first with each. */
  static List<ReadingRow> distinct(List<ReadingRow> sorted) {
    List<ReadingRow> distinct = new ArrayList<>(sorted.size());
    for (ReadingRow row : sorted) {
      ReadingRow last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
      if (last == null || BY_KEY.compare(last, row) != 0) {
        distinct.add(row);
      }
    }
    return distinct;
  }
}
