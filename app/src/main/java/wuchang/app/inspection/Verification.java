package wuchang.app.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import wuchang.domain.chain.ChainCheck;
import wuchang.domain.chain.ChainHash;
import wuchang.domain.chain.ChainLink;

/** Checks an inspection package, or the chain out of one, with nothing but the file. */
public final class Verification {
  /**
   * What came of it.
   *
   * @param fault the first row that does not fit, and why; empty when all do
   * @param rows that fit
   * @param series rows of readings whose readings are there and fit
   * @param without rows of readings whose readings are not in the package
   * @param documents rows of documents that are there and fit
   * @param head the hash of the last row that fits
   */
  public record Result(
      Optional<String> fault,
      long rows,
      long series,
      long without,
      long documents,
      long sequence,
      String head) {}

  private final Optional<ZipFile> zip;
  private long rows;
  private long series;
  private long without;
  private long documents;

  private Verification(Optional<ZipFile> zip) {
    this.zip = zip;
  }

  /**
   * Checks a file.
   *
   * @throws ChainUnreadable when it holds no chain
   * @throws IOException when it cannot be read
   */
  public static Result of(Path file) throws IOException, ChainUnreadable {
    if (!isZip(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return new Verification(Optional.empty()).check(in);
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry chain = zip.getEntry(ChainFile.NAME);
      if (chain == null) {
        throw new ChainUnreadable("holds no " + ChainFile.NAME);
      }
      try (InputStream in = zip.getInputStream(chain)) {
        return new Verification(Optional.of(zip)).check(in);
      }
    } catch (ZipException e) {
      throw new ChainUnreadable("is damaged: " + e.getMessage());
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  private Result check(InputStream in) throws IOException, ChainUnreadable {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    ChainFile file = new ChainFile(lines);
    ChainLink before = file.before();
    ChainCheck check = new ChainCheck(before.sequence(), before.hash());
    for (Optional<ChainLink> row = file.next(); row.isPresent(); row = file.next()) {
      Optional<String> fault = fault(check, row.get());
      if (fault.isPresent()) {
        return result(check, Optional.of(named(row.get()) + ": " + fault.get()));
      }
      rows++;
    }
    return result(check, Optional.empty());
  }

  private Optional<String> fault(ChainCheck check, ChainLink row) throws IOException {
    Optional<String> fault = check.next(row);
    if (fault.isPresent()) {
      return fault;
    }
    return switch (row.kind()) {
      case InspectionPackage.READINGS -> readings(row);
      case Papers.KEPT -> document(row);
      default -> Optional.empty();
    };
  }

  private Optional<String> document(ChainLink row) throws IOException {
    Optional<ZipEntry> text = entry(Papers.kept(row.key()));
    documents += text.isPresent() ? 1 : 0;
    return text.isEmpty() ? Optional.empty() : behind(row, text.get());
  }

  private Optional<ZipEntry> entry(String name) {
    return zip.map(open -> open.getEntry(name));
  }

  private Optional<String> readings(ChainLink row) throws IOException {
    Optional<ZipEntry> lines = entry(InspectionPackage.readings(row.sequence()));
    if (lines.isEmpty()) {
      without++;
      return Optional.empty();
    }
    series++;
    return behind(row, lines.get());
  }

  /** The content ends with the hash of the file. */
  private Optional<String> behind(ChainLink row, ZipEntry entry) throws IOException {
    try (InputStream in = zip.orElseThrow().getInputStream(entry)) {
      String found = ChainHash.of(in.readAllBytes());
      return row.content().filter(content -> content.endsWith("\"" + found + "\"]")).isPresent()
          ? Optional.empty()
          : Optional.of(entry.getName() + " has the SHA-256 " + found + ", which is not the row's");
    }
  }

  private Result result(ChainCheck check, Optional<String> fault) {
    return new Result(fault, rows, series, without, documents, check.sequence(), check.hash());
  }

  private static String named(ChainLink row) {
    return "row " + row.sequence() + " (" + row.kind() + " " + row.key() + ")";
  }
}
