package wuchang.simulators.replay;

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
final class ReadingsFile {
  /** So many faults are told at once; a file with more is of another kind altogether. */
  static final int MOST_FAULTS = 20;

  interface Reader {
    void read(Row row) throws InterruptedException;
  }

  private final Path file;

  ReadingsFile(Path file) {
    this.file = file;
  }

  /**
   * Gives each row to the reader, in the file's order.
   *
   * @throws InvalidReadings with every fault up to {@link #MOST_FAULTS}, after the rows without
   * @throws IOException when the file cannot be read
   */
  void forEach(Reader reader) throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
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
      faults.add(at(fields.getStartingLineNumber(), e.getMessage()));
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
      throw new InvalidReadings(List.of(at(1, "the file is empty; " + expected)));
    }
    CsvRecord header = records.next();
    if (!header.getFields().equals(RowParser.HEADER)) {
      String found = RowParser.quoted(String.join(",", header.getFields()));
      throw new InvalidReadings(
          List.of(at(header.getStartingLineNumber(), found + " is no header; " + expected)));
    }
  }

  private String at(long line, String fault) {
    return file + ":" + line + ": " + fault;
  }
}
