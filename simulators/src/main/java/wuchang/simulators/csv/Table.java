package wuchang.simulators.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
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

/** A CSV file with a header that is known, read record by record in bounded memory. */
public final class Table {
  /** So many faults are told at once; a file with more is of another kind altogether. */
  public static final int MOST_FAULTS = 20;

  /** Opens the file anew for each reading. */
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** What a record means; an {@link IllegalArgumentException} is a fault of the record. */
  public interface Meaning<T> {
    T of(Fields fields);
  }

  /** Is given what one record after the other means. */
  public interface Taker<T> {
    void take(T meaning) throws InterruptedException;
  }

  private final String file;
  private final Opener opener;
  private final List<String> header;
  private final boolean wider;

  /**
   * @param file what faults call it
   * @param wider whether there may be further columns, which are ignored
   */
  Table(String file, Opener opener, List<String> header, boolean wider) {
    this.file = file;
    this.opener = opener;
    this.header = List.copyOf(header);
    this.wider = wider;
  }

  /** A file that begins with these columns; what further ones say is ignored. */
  public static Table at(Path path, String header) {
    List<String> columns = List.of(header.split(","));
    return new Table(path.toString(), () -> Files.newInputStream(path), columns, true);
  }

  /**
   * Gives what each record means to the taker, in the file's order.
   *
   * @throws InvalidReadings with every fault up to {@link #MOST_FAULTS}, after the records without
   * @throws IOException when the file cannot be read
   */
  public <T> void forEach(Meaning<T> meaning, Taker<T> taker)
      throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    try (InputStream bytes = opener.open();
        CsvReader<Fields> csv = open(bytes);
        CloseableIterator<Fields> records = csv.iterator()) {
      checkHeader(records);
      while (records.hasNext() && faults.size() < MOST_FAULTS) {
        Optional<T> meant = meant(meaning, records.next(), faults);
        if (meant.isPresent()) {
          taker.take(meant.get());
        }
      }
    } catch (CsvParseException e) {
      faults.add(file + ": no CSV, expected " + columns() + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!faults.isEmpty()) {
      throw new InvalidReadings(faults);
    }
  }

  private <T> Optional<T> meant(Meaning<T> meaning, Fields fields, List<String> faults) {
    try {
      if (wider ? fields.count() < header.size() : fields.count() != header.size()) {
        throw new IllegalArgumentException(
            fields.count() + " fields; expected " + header.size() + ": " + columns());
      }
      return Optional.of(meaning.of(fields));
    } catch (IllegalArgumentException e) {
      faults.add(fault(fields.line(), e.getMessage()));
      return Optional.empty();
    }
  }

  private static CsvReader<Fields> open(InputStream bytes) {
    return CsvReader.builder()
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(new Fields(), bytes, StandardCharsets.UTF_8);
  }

  private void checkHeader(CloseableIterator<Fields> records) {
    String expected = "expected the header " + columns();
    if (!records.hasNext()) {
      throw new InvalidReadings(List.of(fault(1, "the file is empty; " + expected)));
    }
    Fields first = records.next();
    List<String> found = first.texts();
    boolean fits =
        wider
            ? found.size() >= header.size() && found.subList(0, header.size()).equals(header)
            : found.equals(header);
    if (!fits) {
      String text = RowParser.quoted(String.join(",", found));
      throw new InvalidReadings(List.of(fault(first.line(), text + " is no header; " + expected)));
    }
  }

  private String columns() {
    return String.join(",", header);
  }

  private String fault(long line, String fault) {
    return file + ":" + line + ": " + fault;
  }
}
