package wuchang.app.laboratory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Brings any number of rows into the order of time in bounded memory: sorted runs in one temporary
 * file of 24 bytes a row, then merged. The file has no name from the start, so nothing of it stays,
 * however the process ends.
 */
final class DiskSort implements RowSink, AutoCloseable {
  /** The rows of a run: 32 MB while they are sorted. */
  static final int ROWS_IN_MEMORY = 1 << 20;

  private static final int WRITE_ROWS = 4096;
  private static final int MOST_MERGE_BYTES = 16 << 20;

  private final Rows block;
  private final List<Cursor> runs = new ArrayList<>();
  private Optional<FileChannel> file = Optional.empty();
  private long end;

  DiskSort(int rowsInMemory) {
    block = new Rows(rowsInMemory);
  }

  @Override
  public void take(long time, int device, int what, double value) throws IOException {
    if (block.isFull()) {
      writeRun();
    }
    block.add(time, device, what, value);
  }

  /** Gives all rows in order of time. */
  void give(RowSink sink) throws IOException, InterruptedException {
    if (runs.isEmpty()) {
      for (int row : block.inOrder()) {
        block.give(row, sink);
      }
      return;
    }
    writeRun();
    PriorityQueue<Cursor> merged = new PriorityQueue<>(Comparator.comparingLong(Cursor::time));
    int rowsEach = Math.max(16, Math.min(WRITE_ROWS, MOST_MERGE_BYTES / Rows.BYTES / runs.size()));
    for (Cursor run : runs) {
      run.open(rowsEach);
      merged.add(run);
    }
    while (!merged.isEmpty()) {
      Cursor next = merged.remove();
      if (next.give(sink)) {
        merged.add(next);
      }
    }
  }

  /** Whether the rows did not fit into memory. */
  boolean isOnDisk() {
    return file.isPresent();
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  private void writeRun() throws IOException {
    FileChannel channel = channel();
    ByteBuffer buffer = ByteBuffer.allocateDirect(WRITE_ROWS * Rows.BYTES);
    long start = end;
    for (int row : block.inOrder()) {
      block.write(row, buffer);
      if (!buffer.hasRemaining()) {
        flush(channel, buffer);
      }
    }
    flush(channel, buffer);
    runs.add(new Cursor(channel, start, end));
    block.clear();
  }

  private void flush(FileChannel channel, ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    buffer.clear();
  }

  private FileChannel channel() throws IOException {
    if (file.isEmpty()) {
      Path path = Files.createTempFile("wuchang-backtest", ".rows");
      file =
          Optional.of(
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    return file.get();
  }

  /** A run and how far it has been read. */
  private static final class Cursor {
    private final FileChannel file;
    private final long end;
    private long position;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    Cursor(FileChannel file, long start, long end) {
      this.file = file;
      this.position = start;
      this.end = end;
    }

    void open(int rows) throws IOException {
      buffer = ByteBuffer.allocate(rows * Rows.BYTES);
      fill();
    }

    /** The time of the next row. */
    long time() {
      return buffer.getLong(buffer.position());
    }

    /** Gives the next row; whether there is one after it. */
    boolean give(RowSink sink) throws IOException, InterruptedException {
      sink.take(buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getDouble());
      if (buffer.hasRemaining()) {
        return true;
      }
      if (position == end) {
        return false;
      }
      fill();
      return true;
    }

    private void fill() throws IOException {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
      while (buffer.hasRemaining()) {
        int read = file.read(buffer, position);
        if (read < 0) {
          throw new IOException("the temporary file ends too early");
        }
        position += read;
      }
      buffer.flip();
    }
  }
}
