package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.alerts;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.step;
import static wuchang.store.Samples.temperature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.RecordId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Retention;

/** What was copied out of a store and into an empty one is the same, and goes on the same. */
abstract class CopyContract extends StoreContract {
  private static final Instant OLD = NOON.minus(Duration.ofDays(12));
  private static final List<String> SEEN =
      List.of(
          "SELECT * FROM wuchang.readings ORDER BY time, device",
          "SELECT * FROM wuchang.readings_hourly ORDER BY time, device",
          "SELECT * FROM wuchang.readings_daily ORDER BY time, device",
          "SELECT * FROM wuchang.device_latest ORDER BY device",
          "SELECT * FROM wuchang.alerts",
          "SELECT * FROM wuchang.alert_steps ORDER BY position, ordinal",
          "SELECT * FROM wuchang.records",
          "SELECT * FROM wuchang.devices ORDER BY device",
          "SELECT raw_from FROM wuchang.horizon",
          "SELECT * FROM wuchang.journal_position");

  @Test
  void everything_is_there_again_after_a_loss() {
    fill();
    List<List<String>> before = seen();
    Copied copied = new Copied();
    StoreStand stand = new StoreCopy(db.database()).out(copied);
    assertThat(stand.position()).isEqualTo(4);

    lose();
    StoreFilling filling = new StoreFilling(db.database());
    assertThat(filling.isFilled()).isFalse();
    filling.in(stand, copied);

    assertThat(seen()).isEqualTo(before);
    assertThat(filling.isFilled()).isTrue();
  }

  @Test
  void a_restored_store_goes_on_counting_and_adding_up() {
    fill();
    Copied copied = new Copied();
    StoreStand stand = new StoreCopy(db.database()).out(copied);
    lose();
    new StoreFilling(db.database()).in(stand, copied);

    StoreWriter next = new StoreWriter(db.database());
    next.begin(Samples.site("cold-room", 1, 2, 3, 4), 4);
    next.write(
        List.of(placed(5, temperature(4, NOON, 5), temperature(1, NOON.plusSeconds(60), 8))));
    db.settle(flavour);

    assertThat(db.rows("SELECT count(DISTINCT id) = count(*) FROM wuchang.device"))
        .containsExactly("t");
    assertThat(
            db.rows(
                "SELECT min, max, n FROM wuchang.readings_hourly"
                    + " WHERE device = 'fridge-1' ORDER BY time DESC LIMIT 1"))
        .containsExactly("4|8|2");
  }

  @Test
  void tables_of_a_newer_wuchang_are_refused() {
    fill();
    Copied copied = new Copied();
    new StoreCopy(db.database()).out(copied);
    lose();

    assertThatThrownBy(() -> new StoreFilling(db.database()).in(new StoreStand("9000", 4), copied))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("9000")
        .hasMessageContaining("newer");
  }

  private void fill() {
    write(placed(1, temperature(2, OLD, 3.25), temperature(2, OLD.plusSeconds(1), 0.1)));
    write(placed(2, temperature(1, NOON, 4), temperature(3, NOON, -18.000000000000004)));
    write(placed(3, record()));
    write(alerts(4, step(AlertStep.Kind.OPENED, AlertState.OPEN, Severity.MAJOR)));
    db.settle(flavour);
    // The hours of the oldest readings are all that is left of them.
    writer.keep(
        new Retention(Duration.ofDays(10), Duration.ofDays(900), Duration.ofDays(900)), NOON);
    assertThat(db.count("wuchang.readings")).isEqualTo(2);
    assertThat(db.count("wuchang.readings_hourly")).isEqualTo(3);
  }

  private void lose() {
    db.run("DROP SCHEMA wuchang CASCADE");
  }

  private List<List<String>> seen() {
    return SEEN.stream().map(db::rows).toList();
  }

  /** Chinese, a quote, a line break, an empty text: what CSV might trip over. */
  private static BookEntry record() {
    return new BookEntry(
        RecordId.of("r-1"),
        1,
        RecordKind.PATROL,
        NOON,
        "p1",
        "",
        new RecordFields(Map.of("area", "kitchen", "note", "门封\"坏\",\n待修")),
        Provenance.LIVE,
        NOON);
  }

  private static final class Copied implements StoreCopy.Pages, StoreFilling.Pages {
    private final Map<String, ByteArrayOutputStream> pages = new LinkedHashMap<>();
    private Optional<StoreStand> stand = Optional.empty();

    @Override
    public void of(StoreStand copied) {
      stand = Optional.of(copied);
    }

    @Override
    public OutputStream page(String name, int number, int all) {
      assertThat(stand).isPresent();
      assertThat(number).isEqualTo(pages.size() + 1).isLessThanOrEqualTo(all);
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      pages.put(name, page);
      return page;
    }

    @Override
    public List<String> names() {
      return new ArrayList<>(pages.keySet());
    }

    @Override
    public InputStream page(String name) {
      return new ByteArrayInputStream(pages.get(name).toByteArray());
    }
  }
}
