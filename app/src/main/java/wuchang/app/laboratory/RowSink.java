package wuchang.app.laboratory;

import java.io.IOException;

/** Takes rows in the form of {@link Coding}, one after the other. */
interface RowSink {
  /**
   * @param time epoch milliseconds
   * @param device the device's number
   * @param what the number of the metric or event
   * @param value the value, or the number of who did it
   */
  void take(long time, int device, int what, double value) throws IOException, InterruptedException;
}
