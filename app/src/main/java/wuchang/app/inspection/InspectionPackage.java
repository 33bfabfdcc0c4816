package wuchang.app.inspection;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wuchang.app.documents.StoredDocuments;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.site.Site;
import wuchang.store.Database;
import wuchang.store.JdbcChain;
import wuchang.store.StoreTables;
import wuchang.store.StoreTables.Table;

/**
 * What an inspector takes along of a period: records, logs, calibrations, the rules in force, the
 * chain with the readings behind it, and what all that is. Written as it is read: memory does not
 * grow with the period.
 */
public final class InspectionPackage {
  static final String READINGS = "readings";

  /** By then the last day of a period, which is closed after its end, is in the chain. */
  private static final Duration CLOSING = Duration.ofHours(36);

  private static final List<Table> TABLES =
      List.of(
          Table.RECORDS,
          Table.CALIBRATIONS,
          Table.ALERTS,
          Table.ALERT_STEPS,
          Table.NOTIFICATIONS,
          Table.HOURS,
          Table.COVERAGE,
          Table.SCORES);

  private final Site site;
  private final Map<String, String> catalogue;
  private final Papers papers;
  private final JdbcChain chain;
  private final StoreTables tables;

  /**
   * @param catalogue the rules in force, by the names of their files
   */
  public InspectionPackage(
      Site site, Map<String, String> catalogue, StoredDocuments documents, Database database) {
    this.site = site;
    this.catalogue = new TreeMap<>(catalogue);
    this.papers = new Papers(documents);
    this.chain = new JdbcChain(database);
    this.tables = new StoreTables(database);
  }

  static String readings(long sequence) {
    return READINGS + "/" + sequence + ".csv";
  }

  /**
   * Writes the package of [from, to): the chain is that of the closings in it.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  public void write(Instant from, Instant to, Instant now, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 18))) {
      Parts parts = new Parts(zip);
      List<ChainHead> heads = chain.heads(from, to.plus(CLOSING));
      parts.text("README.txt", Readme.of(site, from, to, now));
      chain(parts, from, heads);
      papers.readable(day(from), day(to.minusMillis(1)).plusDays(1), now, parts::text);
      for (Table table : TABLES) {
        try (OutputStream part = parts.part(table.name().toLowerCase(Locale.ROOT) + ".csv")) {
          tables.csv(table, from, to, part);
        }
      }
      for (Map.Entry<String, String> page : catalogue.entrySet()) {
        parts.text(page.getKey(), page.getValue());
      }
      parts.sums();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private LocalDate day(Instant at) {
    return site.local(at).toLocalDate();
  }

  private void chain(Parts parts, Instant from, List<ChainHead> heads) throws IOException {
    ChainHead before = chain.head(from);
    long last = heads.isEmpty() ? before.sequence() : heads.get(heads.size() - 1).sequence();
    TreeMap<Long, String> series = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    try (OutputStream part = parts.part(ChainFile.NAME)) {
      line(part, ChainFile.HEADER);
      line(part, before.sequence() + "\t" + before.hash() + "\t" + ChainFile.BEFORE + "\t\t");
      chain.links(
          before.sequence(),
          last,
          link -> {
            line(part, ChainFile.line(link));
            if (link.kind().equals(READINGS)) {
              series.put(link.sequence(), link.key());
            } else if (link.kind().equals(Papers.KEPT)) {
              kept.add(link.key());
            }
          });
    }
    StringBuilder text = new StringBuilder("at\tseq\thash\n");
    heads.forEach(h -> text.append(h.at() + "\t" + h.sequence() + "\t" + h.hash()).append('\n'));
    parts.text("heads.tsv", text.toString());
    papers.kept(kept, parts::text);
    for (Map.Entry<Long, String> row : series.entrySet()) {
      if (chain.areKept(row.getValue())) {
        try (OutputStream part = parts.part(readings(row.getKey()))) {
          chain.readings(row.getValue(), part);
        }
      }
    }
  }

  private static void line(OutputStream part, String text) {
    try {
      part.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files, and their sums as {@code sha256sum -c} reads them. */
  private static final class Parts {
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    private Parts(ZipOutputStream zip) {
      this.zip = zip;
    }

    OutputStream part(String name) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      MessageDigest digest = digest();
      return new FilterOutputStream(zip) {
        @Override
        public void write(int one) throws IOException {
          write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int start, int length) throws IOException {
          zip.write(buffer, start, length);
          digest.update(buffer, start, length);
        }

        @Override
        public void close() throws IOException {
          zip.closeEntry();
          sums.append(HexFormat.of().formatHex(digest.digest()) + "  " + name + "\n");
        }
      };
    }

    void text(String name, String text) throws IOException {
      try (OutputStream part = part(name)) {
        part.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }

    void sums() throws IOException {
      zip.putNextEntry(new ZipEntry("SHA256SUMS"));
      zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }

    private static MessageDigest digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
