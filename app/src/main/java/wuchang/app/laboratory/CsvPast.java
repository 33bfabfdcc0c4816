package wuchang.app.laboratory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;

/**
 * The past from a file of readings. Rows that come a day late at most are judged as they are read;
 * when there is more disorder, and for what is no plain file and can be read only once, all rows
 * are sorted on disk first.
 */
final class CsvPast {
  private static final int LOOK_EVERY = 4096;

  /** Is told how far reading has come; the share is NaN when the file's size is not known. */
  interface Progress {
    void reached(long rows, double share);
  }

  private final Path path;
  private final Span span;
  private final Coding coding;
  private final Progress progress;
  private final SortedSet<DeviceId> unknown = new TreeSet<>();
  private Counting bytes = new Counting(InputStream.nullInputStream());
  private long rows;
  private long newest = Long.MIN_VALUE;
  private long read;

  CsvPast(Path path, Span span, List<Device> devices, Progress progress) {
    this.path = path;
    this.span = span;
    this.coding = new Coding(devices);
    this.progress = progress;
  }

  /** Whether the file can be read again when its rows turn out to be in too much disorder. */
  static boolean canBeReadAgain(Path path) {
    return Files.isRegularFile(path);
  }

  /**
   * Judges the rows as they are read.
   *
   * @throws Window.TooNarrow when there is too much disorder for that
   */
  Past stream(Judging judging, int mostWaiting) throws IOException, InterruptedException {
    Window window = new Window(into(judging), mostWaiting);
    readInto(window);
    window.finish();
    return result();
  }

  /** Sorts the rows on disk, then judges them. */
  Past sort(Judging judging, int rowsInMemory) throws IOException, InterruptedException {
    try (DiskSort sort = new DiskSort(rowsInMemory)) {
      readInto(sort);
      sort.give(into(judging));
      return result();
    }
  }

  private Past result() {
    Optional<Instant> last =
        rows == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
    return new Past(rows, last, unknown);
  }

  private RowSink into(Judging judging) {
    return (time, device, what, value) ->
        judging.take(device, coding.observation(time, device, what, value));
  }

  private void readInto(RowSink sink) throws IOException, InterruptedException {
    long size = Files.isRegularFile(path) ? Files.size(path) : 0;
    ReadingsFile file = ReadingsFile.named(path.toString(), this::open);
    try {
      file.forEach(
          row -> {
            take(row, sink);
            if (++read % LOOK_EVERY == 0) {
              progress.reached(read, size == 0 ? Double.NaN : (double) bytes.count / size);
            }
          });
    } catch (Unwritable e) {
      throw e.cause;
    }
  }

  private void take(Row row, RowSink sink) throws InterruptedException {
    int device = coding.device(row.device());
    if (row instanceof Row.Note note) {
      if (span.contains(row.time())) {
        give(note, sink);
      }
    } else if (device < 0) {
      unknown.add(row.device());
    } else if (span.contains(row.time())) {
      long time = row.time().toEpochMilli();
      newest = Math.max(newest, time);
      rows++;
      give(row, time, device, sink);
    }
  }

  /** A record is heard by whoever it is about; it is no reading of its device. */
  private void give(Row.Note note, RowSink sink) throws InterruptedException {
    try {
      newest = Math.max(newest, note.time().toEpochMilli());
      rows++;
      int number = coding.entry(note.entry());
      sink.take(note.time().toEpochMilli(), Coding.RECORD, Coding.RECORD, number);
    } catch (IOException e) {
      throw new Unwritable(e);
    }
  }

  private void give(Row row, long time, int device, RowSink sink) throws InterruptedException {
    try {
      if (row instanceof Row.Value value) {
        sink.take(time, device, coding.what(value), value.value());
      } else {
        Row.Event event = (Row.Event) row;
        sink.take(time, device, coding.what(event), coding.who(event));
      }
    } catch (IOException e) {
      throw new Unwritable(e);
    }
  }

  private InputStream open() throws IOException {
    bytes = new Counting(Files.newInputStream(path));
    return bytes;
  }

  /**
   * Carries a failure of the disk through the reader of the file, which has failures of its own.
   */
  private static final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    Unwritable(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      count += Math.max(0, got);
      return got;
    }
  }
}
