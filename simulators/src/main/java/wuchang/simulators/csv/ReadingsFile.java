package wuchang.simulators.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of readings, read row by row in bounded memory as often as it is asked for. */
public final class ReadingsFile {
  /** So many faults are told at once; a file with more is of another kind altogether. */
  public static final int MOST_FAULTS = 20;

  /** Is given one row after the other. */
  public interface Reader {
    void read(Row row) throws InterruptedException;
  }

  /** Opens the file anew for each reading. */
  public interface Opener {
    InputStream open() throws IOException;
  }

  private final String file;
  private final Opener opener;

  private ReadingsFile(String file, Opener opener) {
    this.file = file;
    this.opener = opener;
  }

  public static ReadingsFile at(Path path) {
    return new ReadingsFile(path.toString(), () -> Files.newInputStream(path));
  }

  /**
   * One that is not a file of its own.
   *
   * @param name what faults call it
   */
  public static ReadingsFile named(String name, Opener opener) {
    return new ReadingsFile(name, opener);
  }

  /**
   * Gives each row to the reader, in the file's order.
   *
   * @throws InvalidReadings with every fault up to {@link #MOST_FAULTS}, after the rows without
   * @throws IOException when the file cannot be read
   */
  public void forEach(Reader reader) throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    try (InputStream bytes = opener.open();
        CsvReader<CsvRecord> csv = open(bytes);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      checkHeader(records);
      RowParser parser = new RowParser();
      for (long serial = 1; records.hasNext() && faults.size() < MOST_FAULTS; serial++) {
        Optional<Row> row = parsed(parser, serial, records.next(), faults);
        if (row.isPresent()) {
          reader.read(row.get());
        }
      }
    } catch (CsvParseException e) {
      faults.add(file + ": no CSV, expected time,device,metric,value: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!faults.isEmpty()) {
      throw new InvalidReadings(faults);
    }
  }

  private Optional<Row> parsed(
      RowParser parser, long serial, CsvRecord fields, List<String> faults) {
    try {
      return Optional.of(parser.parse(serial, fields.getFields()));
    } catch (IllegalArgumentException e) {
      faults.add(fault(fields.getStartingLineNumber(), e.getMessage()));
      return Optional.empty();
    }
  }

  private static CsvReader<CsvRecord> open(InputStream bytes) {
    return CsvReader.builder()
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(bytes, StandardCharsets.UTF_8);
  }

  private void checkHeader(CloseableIterator<CsvRecord> records) {
    String expected = "expected the header time,device,metric,value";
    if (!records.hasNext()) {
      throw new InvalidReadings(List.of(fault(1, "the file is empty; " + expected)));
    }
    CsvRecord header = records.next();
    if (!header.getFields().equals(RowParser.HEADER)) {
      String found = RowParser.quoted(String.join(",", header.getFields()));
      throw new InvalidReadings(
          List.of(fault(header.getStartingLineNumber(), found + " is no header; " + expected)));
    }
  }

  private String fault(long line, String fault) {
    return file + ":" + line + ": " + fault;
  }
}
