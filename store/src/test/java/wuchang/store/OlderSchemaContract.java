package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.temperature;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of the first release, with readings in it, is taken over as it stands. */
abstract class OlderSchemaContract {
  private static final String THEN =
      """
      INSERT INTO wuchang.device (name, site, area, kind, configured)
        VALUES ('fridge-1', 'east', 'cold-room', 'fridge', true);
      INSERT INTO wuchang.metric (name) VALUES ('temperature');
      INSERT INTO wuchang.latest VALUES (1, 1, '2026-11-01 11:00Z', 4, 0);
      INSERT INTO wuchang.reading
        (time, value, device_id, metric_id, delay_s, quality, provenance, flaw)
      VALUES ('2026-11-01 10:00Z', 2, 1, 1, 0, 0, 1, NULL),
             ('2026-11-01 11:00Z', 4, 1, 1, 0, 0, 1, NULL);
      """;

  private static final String PLAIN_ONLY =
      """
      CREATE TABLE wuchang.reading_20261101 PARTITION OF wuchang.reading
        FOR VALUES FROM ('2026-11-01 00:00Z') TO ('2026-11-02 00:00Z');
      INSERT INTO wuchang.reading_hour VALUES
        (1, 1, '2026-11-01 10:00Z', 2, 2, 2, 1), (1, 1, '2026-11-01 11:00Z', 4, 4, 4, 1);
      """;

  private TestDatabase db;

  abstract DatabaseAddress address();

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void its_readings_are_in_the_new_days_and_new_ones_are_added() {
    db = TestDatabase.fresh(address());
    Flavour flavour = new Migration(source(address())).upTo(MigrationVersion.fromVersion("4"));
    if (flavour == Flavour.PLAIN) {
      db.run(PLAIN_ONLY);
    }
    db.run(THEN);

    StoreWriter writer = new StoreWriter(db.database());
    assertThat(writer.begin(StoreContract.SITE, 1)).isEqualTo(flavour);
    writer.write(
        List.of(placed(1, temperature(1, NOON, 9), temperature(1, NOON.minusSeconds(3600), 5))));
    db.settle(flavour);

    assertThat(db.rows("SELECT value FROM wuchang.readings ORDER BY time"))
        .containsExactly("2", "4", "9");
    assertThat(db.rows("SELECT min, max, avg, n FROM wuchang.readings_daily"))
        .containsExactly("2|9|5|3");
    assertThat(db.rows("SELECT avg FROM wuchang.readings_hourly ORDER BY time"))
        .containsExactly("2", "4", "9");
  }

  private static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.username());
    source.setPassword(address.password());
    return source;
  }
}
