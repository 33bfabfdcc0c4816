package wuchang.journal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/**
 * The journal in one SQLite file, one row a batch. Reading has a connection of its own and holds up
 * no append. About ten bytes a reading; a million readings a second in batches of a thousand.
 */
public final class SqliteJournal implements Journal {
  private final AutoCloseable directory;
  private final Database writing;
  private final Database reading;
  private final Appender appender;
  private final BatchCodec codec = new BatchCodec();

  private final JournalLimits limits;

  private SqliteJournal(
      AutoCloseable directory, Database writing, Database reading, JournalLimits limits) {
    this.directory = directory;
    this.writing = writing;
    this.reading = reading;
    this.limits = limits;
    this.appender = new Appender(writing, new Bounds(limits, writing, codec));
  }

  /**
   * Opens the journal of a directory, which is made when it is missing. A damaged file is set aside
   * and what can be read of it is saved, with one line in the log.
   *
   * @throws java.io.UncheckedIOException when the directory is in use, or cannot be written
   * @throws IllegalStateException when the journal is of a version that is not known here
   */
  public static SqliteJournal open(Path directory) {
    return open(directory, JournalLimits.DEFAULT);
  }

  /** As {@link #open(Path)}, with limits of one's own. */
  public static SqliteJournal open(Path directory, JournalLimits limits) {
    DirectoryLock lock = DirectoryLock.on(directory);
    try {
      Path file = Salvage.soundFile(directory);
      return open(lock, Database.writing(file), Database.reading(file), limits);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  static SqliteJournal open(AutoCloseable directory, Database writing, Database reading) {
    return open(directory, writing, reading, JournalLimits.DEFAULT);
  }

  private static SqliteJournal open(
      AutoCloseable directory, Database writing, Database reading, JournalLimits limits) {
    try {
      Schema.prepare(writing);
      return new SqliteJournal(directory, writing, reading, limits);
    } catch (RuntimeException e) {
      reading.close();
      writing.close();
      throw e;
    }
  }

  @Override
  public long append(Batch batch) {
    return appender.append(Encoded.of(batch, codec));
  }

  @Override
  public List<Placed> read(long after, int most) {
    // What is committed but not yet returned by append is not there for anybody.
    long end = end();
    return appender
        .recent()
        .between(after, end, most)
        .orElseGet(() -> readFromDisk(after, end, most));
  }

  private List<Placed> readFromDisk(long after, long end, int most) {
    return reading.use(open -> BatchTable.between(open, after, end, most)).stream()
        .map(row -> new Placed(row.position(), decoded("batch", row.body(), codec::decode)))
        .toList();
  }

  @Override
  public long end() {
    return appender.end().position();
  }

  @Override
  public long position(Reader reader) {
    return appender.position(reader);
  }

  @Override
  public void advance(Reader reader, long position) {
    appender.advance(reader, position);
  }

  @Override
  public List<AlertStep> alertSteps() {
    return reading.use(AlertTable::steps).stream()
        .map(body -> decoded("alert step", body, codec::decodeAlertStep))
        .toList();
  }

  @Override
  public List<NotificationStep> notifications() {
    return reading.use(AlertTable::notifications).stream()
        .map(body -> decoded("notification", body, codec::decodeNotificationStep))
        .toList();
  }

  @Override
  public List<Silence> silences() {
    return reading.use(AlertTable::silences).stream()
        .map(body -> decoded("silence", body, codec::decodeSilence))
        .toList();
  }

  @Override
  public int forgetClosedAlerts(Instant openedBefore) {
    return writing.transact(open -> AlertTable.forget(open, openedBefore));
  }

  @Override
  public long bytes() {
    return Stream.of("", "-wal", "-shm", Reserve.SUFFIX)
        .mapToLong(suffix -> size(Path.of(writing.file() + suffix)))
        .sum();
  }

  @Override
  public long lag(Reader reader) {
    BatchTable.End now = appender.end();
    long position = position(reader);
    return position >= now.position()
        ? 0
        : now.upto() - reading.use(open -> BatchTable.upto(open, position, now.upto()));
  }

  /** How full it is. Blocking; reads one batch. */
  public JournalState state() {
    long stored = position(Reader.STORE);
    File disk = writing.file().toAbsolutePath().getParent().toFile();
    return reading.use(
        open ->
            new JournalState(
                Bounds.heldBytes(open),
                limits.mostBytes(),
                Bounds.oldest(open, codec, stored),
                disk.getUsableSpace(),
                disk.getTotalSpace()));
  }

  /** Saves the readers' positions, and lets go of the directory. */
  @Override
  public void close() {
    reading.close();
    appender.close();
    try {
      directory.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot let go of " + writing.file(), e);
    }
  }

  private <T> T decoded(String what, byte[] body, Function<byte[], T> form) {
    try {
      return form.apply(body);
    } catch (Frame.Damaged e) {
      throw Trouble.disk(
          writing.file(), "is damaged: restart, and what can be read of it is saved", e);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "the journal %s has a %s %s".formatted(writing.file(), what, e.getMessage()), e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw Trouble.disk(file, "cannot be read: look at its disk", e);
    }
  }
}
