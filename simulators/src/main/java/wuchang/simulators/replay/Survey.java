package wuchang.simulators.replay;

import java.io.IOException;
import java.time.Instant;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;

/** What a file of readings holds, found by reading it once. */
record Survey(long rows, Instant newest) {
  /** Reads the file through; a fault anywhere in it is found before anything is sent. */
  static Survey of(ReadingsFile file) throws IOException, InterruptedException {
    Count count = new Count();
    file.forEach(count);
    return new Survey(count.rows, count.newest);
  }

  private static final class Count implements ReadingsFile.Reader {
    private long rows;
    private Instant newest = Instant.MIN;

    @Override
    public void read(Row row) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("while reading the file");
      }
      rows++;
      newest = row.time().isAfter(newest) ? row.time() : newest;
    }
  }
}
