package wuchang.app.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wuchang.domain.chain.ChainLink;

/**
 * A chain as text: {@code seq hash kind key content} with tabs between them. The first line after
 * the header is the row before the first, of which only the hash is known.
 */
final class ChainFile {
  static final String NAME = "chain.tsv";
  static final String HEADER = "seq\thash\tkind\tkey\tcontent";
  static final String BEFORE = "before";

  private static final int COLUMNS = 5;

  private final BufferedReader lines;
  private long number;

  ChainFile(BufferedReader lines) {
    this.lines = lines;
  }

  static String line(ChainLink link) {
    return String.join(
        "\t",
        Long.toString(link.sequence()),
        link.hash(),
        link.kind(),
        link.key(),
        link.content().orElse(""));
  }

  /** The row before the first. */
  ChainLink before() throws IOException, ChainUnreadable {
    number++;
    if (!HEADER.equals(lines.readLine())) {
      throw new ChainUnreadable("is no chain of records: expected the line «" + HEADER + "»");
    }
    return next()
        .filter(row -> row.kind().equals(BEFORE))
        .orElseThrow(() -> new ChainUnreadable("does not say what stands before its first row"));
  }

  Optional<ChainLink> next() throws IOException, ChainUnreadable {
    String line = lines.readLine();
    number++;
    if (line == null) {
      return Optional.empty();
    }
    List<String> parts = List.of(line.split("\t", -1));
    if (parts.size() != COLUMNS || !parts.get(0).matches("\\d{1,18}")) {
      throw new ChainUnreadable("has no row in line " + number + "; expected " + HEADER);
    }
    return Optional.of(
        new ChainLink(
            Long.parseLong(parts.get(0)),
            parts.get(2),
            parts.get(3),
            parts.get(1),
            Optional.of(parts.get(4)).filter(content -> !content.isEmpty())));
  }
}
