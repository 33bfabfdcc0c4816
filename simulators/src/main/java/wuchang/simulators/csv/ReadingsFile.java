package wuchang.simulators.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of readings, read row by row in bounded memory as often as it is asked for. */
public final class ReadingsFile {
  /** So many faults are told at once. */
  public static final int MOST_FAULTS = Table.MOST_FAULTS;

  /** Is given one row after the other. */
  public interface Reader {
    void read(Row row) throws InterruptedException;
  }

  private final Table table;

  private ReadingsFile(String file, Table.Opener opener) {
    this.table = new Table(file, opener, RowParser.HEADER, false);
  }

  public static ReadingsFile at(Path path) {
    return new ReadingsFile(path.toString(), () -> Files.newInputStream(path));
  }

  /**
   * One that is not a file of its own.
   *
   * @param name what faults call it
   */
  public static ReadingsFile named(String name, Table.Opener opener) {
    return new ReadingsFile(name, opener);
  }

  /**
   * Gives each row to the reader, in the file's order.
   *
   * @throws InvalidReadings with every fault up to {@link #MOST_FAULTS}, after the rows without
   * @throws IOException when the file cannot be read
   */
  public void forEach(Reader reader) throws IOException, InterruptedException {
    RowParser parser = new RowParser();
    table.forEach(parser::parse, reader::read);
  }
}
