package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.alerts;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.step;
import static wuchang.store.Samples.temperature;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.domain.RecordId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.chain.ChainCheck;
import wuchang.domain.chain.ChainHash;
import wuchang.domain.chain.ChainLink;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.ReportKind;

/** Rows of closed days are chained; what changes them afterwards is found. */
abstract class ChainContract extends StoreContract {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant CUTOFF = MIDNIGHT.plusSeconds(300);

  private JdbcChain chain;

  @BeforeEach
  void a_day_that_is_over() {
    chain = new JdbcChain(db.database());
    write(placed(1, temperature(1, NOON, 4), temperature(1, NOON.plusSeconds(60), 4.25)));
    write(placed(2, temperature(2, NOON, 0.1), record("r-1", NOON)));
    write(alerts(3, step(AlertStep.Kind.OPENED, AlertState.OPEN, Severity.MAJOR)));
    write(placed(4, temperature(1, MIDNIGHT.plusSeconds(60), 5)));
  }

  @Test
  void a_closed_day_is_chained_once_and_today_is_not() {
    close(CUTOFF);

    assertThat(kinds()).containsExactly("record", "alert", "alert-step", "readings", "readings");
    assertThat(fault()).isEmpty();
    assertThat(chain.close(MIDNIGHT, CUTOFF.plusSeconds(600), CUTOFF)).isEmpty();
    assertThat(chain.head(CUTOFF).sequence()).isEqualTo(5);
    assertThat(chain.head(MIDNIGHT))
        .extracting("sequence", "hash")
        .containsExactly(0L, ChainHash.START);
  }

  @Test
  void what_comes_late_is_appended_and_nothing_is_rewritten() {
    close(CUTOFF);
    List<ChainLink> before = links();
    Instant late = CUTOFF.plusSeconds(3600);
    write(placed(5, late(NOON.plusSeconds(30), late), record("r-2", NOON)));

    close(late.plusSeconds(60));

    assertThat(links().subList(0, before.size())).isEqualTo(before);
    assertThat(kinds().subList(5, 7)).containsExactly("record", "readings");
    assertThat(fault()).isEmpty();
  }

  @Test
  void what_arrived_after_the_cutoff_waits_for_the_next_closing() {
    Instant late = CUTOFF.plusSeconds(30);
    write(placed(5, late(NOON.plusSeconds(30), late)));
    close(CUTOFF);
    assertThat(kinds()).hasSize(5);

    close(late);

    assertThat(kinds()).hasSize(6);
    assertThat(fault()).isEmpty();
  }

  @Test
  void one_value_that_is_changed_by_hand_is_found() {
    close(CUTOFF);

    db.run("UPDATE wuchang.reading SET value = 4.26 WHERE value = 4.25");
    assertThat(fault()).contains(4L);
    db.run("UPDATE wuchang.reading SET value = 4.25 WHERE value = 4.26");
    assertThat(fault()).isEmpty();
    db.run("UPDATE wuchang.record SET fields = fields || '{\"note\": \"clean\"}'");
    assertThat(fault()).contains(1L);
  }

  @Test
  void a_document_is_chained_and_found_when_it_is_changed_by_hand() {
    JdbcDocuments documents = new JdbcDocuments(db.database());
    KeptDocuments.Entry made =
        new KeptDocuments.Entry(
            ReportKind.DAILY, LocalDate.parse("2026-11-01"), 1, NOON, "on schedule", "d1");
    documents.keep(new KeptDocuments.Kept(made, "{\"n\": 1}"));
    close(CUTOFF);
    assertThat(kinds()).contains("document");
    assertThat(fault()).isEmpty();

    db.run("UPDATE wuchang.document SET content = '{\"n\": 2}'");

    long sequence = kinds().indexOf("document") + 1L;
    assertThat(fault()).contains(sequence);
  }

  @Test
  void a_row_that_is_deleted_or_put_among_the_readings_is_found() {
    close(CUTOFF);

    db.run(
        "INSERT INTO wuchang.reading SELECT time + interval '1 s', value, device_id, metric_id,"
            + " 0, 0, 1, NULL FROM wuchang.reading WHERE value = 0.1::float8");
    assertThat(fault()).contains(5L);
    db.run("DELETE FROM wuchang.alert_steps");
    assertThat(fault()).contains(3L);
  }

  private void close(Instant cutoff) {
    assertThat(chain.close(MIDNIGHT, cutoff, cutoff)).isPresent();
  }

  private List<ChainLink> links() {
    List<ChainLink> links = new ArrayList<>();
    chain.links(0, Long.MAX_VALUE, links::add);
    return links;
  }

  private List<String> kinds() {
    return links().stream().map(ChainLink::kind).toList();
  }

  /** The first row that does not fit. */
  private Optional<Long> fault() {
    ChainCheck check = new ChainCheck(0, ChainHash.START);
    for (ChainLink link : links()) {
      if (check.next(link).isPresent() || !readingsFit(link)) {
        return Optional.of(link.sequence());
      }
    }
    return Optional.empty();
  }

  private boolean readingsFit(ChainLink link) {
    if (!link.kind().equals("readings")) {
      return true;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    assertThat(chain.areKept(link.key())).isTrue();
    chain.readings(link.key(), lines);
    return link.content().orElseThrow().contains(ChainHash.of(lines.toByteArray()));
  }

  private static Reading late(Instant time, Instant arrived) {
    return new Reading(
        Samples.fridge(1),
        Metric.TEMPERATURE,
        time,
        7,
        Flaw.NONE,
        new Provenance(true, true, false),
        arrived);
  }

  private static BookEntry record(String id, Instant time) {
    return new BookEntry(
        RecordId.of(id),
        1,
        RecordKind.PATROL,
        time,
        "p1",
        "",
        new RecordFields(Map.of("area", "kitchen", "note", "门封\"坏\",\n待修\t")),
        Provenance.LIVE,
        time.plus(Duration.ofMillis(1)));
  }
}
