package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.StoredScores;
import wuchang.app.filled.EmptyDatabase;
import wuchang.app.filled.FilledStore;
import wuchang.console.parts.Documents.Format;
import wuchang.domain.Language;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Digest;
import wuchang.reports.document.Document;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;

/**
 * All documents of a busy month, in both languages and every form: how long they take, that their
 * figures are those of the raw tables, and that a second store that was made from the same readings
 * gives the same to the byte. Run by {@code mvn verify -Pdocuments}; prints what it measured, and
 * leaves the documents in {@code -Dwuchang.documents.to=DIR}.
 */
class BusyMonthDocuments {
  /** The first of December 2026, 00:00 in Shanghai. */
  private static final Instant END = Instant.parse("2026-11-30T16:00:00Z");

  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final LocalDate NEXT = LocalDate.parse("2026-12-01");

  /** Generous: the figure to reach, 5 s, is for a machine that does nothing else. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final long MOST_HEAP = 1L << 30;

  @TempDir Path folder;

  @Test
  void of_a_busy_month_are_quick_right_and_the_same_from_a_second_store() throws Exception {
    try (EmptyDatabase empty = EmptyDatabase.in(folder.resolve("one"));
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      Site site = FilledStore.fill(database, "busy-month", END, folder);
      empty.settle();
      StoredDocuments documents = documents(site, database);
      Map<String, String> first = made(documents, "cold");
      keep(documents);
      assertThat(made(documents, "warm")).isEqualTo(first);
      assertThat(first).isEqualTo(ofSecondStore());
      try (Connection sql =
          DriverManager.getConnection(
              empty.address().url(), empty.address().username(), empty.address().password())) {
        FiguresOfPeriods.compare(sql, site, documents, FIRST.plusDays(10), END);
      }
    }
  }

  private Map<String, String> ofSecondStore() throws Exception {
    try (EmptyDatabase empty = EmptyDatabase.in(folder.resolve("two"));
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      Site site = FilledStore.fill(database, "busy-month", END, folder);
      return made(documents(site, database), "second store");
    }
  }

  /** The digest of each, and what it took to make all. */
  private static Map<String, String> made(StoredDocuments documents, String how) {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    List<Due> all = all();
    Function<Due, Document> together = documents.together(all, END);
    Map<String, String> digests = new TreeMap<>();
    long bytes = 0;
    for (Due due : all) {
      Document document = together.apply(due);
      bytes +=
          StoredDocuments.written(document, List.of(Format.values()), List.of(Language.values()))
              .stream()
              .mapToLong(file -> file.length)
              .sum();
      digests.put(document.fileName(), Digest.of(document));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    long heap = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "%s: %d documents, 2 languages, %d forms, %.1f MB: %.2f s, heap at most %d MB, load %.1f%n",
        how,
        digests.size(),
        Format.values().length,
        bytes / 1e6,
        took.toMillis() / 1e3,
        heap >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    assertThat(took).isLessThan(LONGEST);
    assertThat(heap).isLessThan(MOST_HEAP);
    return digests;
  }

  /** Leaves them in a directory, if one is named, for people to look at. */
  private static void keep(StoredDocuments documents) throws IOException {
    String directory = System.getProperty("wuchang.documents.to", "");
    if (directory.isEmpty()) {
      return;
    }
    Files.createDirectories(Path.of(directory));
    Function<Due, Document> together = documents.together(all(), END);
    for (Due due : all()) {
      Document document = together.apply(due);
      for (Format format : Format.values()) {
        for (Language language : Language.values()) {
          String name = document.fileName() + "." + language.code() + "." + format.word();
          Files.write(
              Path.of(directory, name), StoredDocuments.written(document, format, language));
        }
      }
    }
  }

  /** Each day, each week, and the month; what is about how things stand, at its end. */
  private static List<Due> all() {
    List<Due> all = new ArrayList<>();
    for (ReportKind kind : ReportKind.values()) {
      boolean standing = kind == ReportKind.RISK_LIST || kind == ReportKind.ASSETS;
      LocalDate day = kind.of(standing ? NEXT.minusDays(1) : FIRST).first();
      for (; day.isBefore(NEXT); day = kind.of(day).end()) {
        all.add(new Due(kind, day));
      }
    }
    return all;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static StoredDocuments documents(Site site, Database database) {
    StoredScores scores = StoredScores.over(database, () -> site, Catalogue.shipped(), () -> END);
    return StoredDocuments.over(database, () -> site, Catalogue.shipped(), scores, () -> END);
  }
}
