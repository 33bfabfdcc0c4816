package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.temperature;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of earlier days, with rows in it, is taken over as it stands. */
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
      INSERT INTO wuchang.event VALUES
        (1, '2026-11-01 10:00Z', 'granted', 'wang', '', 'in', 'card', '', 1, 0);
      INSERT INTO wuchang.alert (id, rule, device, area, principle, severity, state, since, raised_at,
          opened_at, level, live, evidence, generation, position, ordinal)
        VALUES ('a1', 'FRG-01', 'fridge-1', 'cold-room', 'clean', 'major', 'open', '2026-11-01 10:00Z',
          '2026-11-01 10:30Z', '2026-11-01 10:30Z', 1, true, '{}', 1, 1, 0);
      INSERT INTO wuchang.alert_steps VALUES ('a1', 1, 1, 0, 'opened', '2026-11-01 10:30Z', 'system',
        'breached', 'open', 'major', 1, NULL, '{}');
      INSERT INTO wuchang.coverage_day VALUES ('2026-11-01', 'fridge-1', 'FRG-01', 3600, 60, 0);
      """;

  private static final String PLAIN_ONLY =
      """
      CREATE TABLE wuchang.reading_20261101 PARTITION OF wuchang.reading
        FOR VALUES FROM ('2026-11-01 00:00Z') TO ('2026-11-02 00:00Z');
      INSERT INTO wuchang.reading_hour VALUES
        (1, 1, '2026-11-01 10:00Z', 2, 2, 2, 1), (1, 1, '2026-11-01 11:00Z', 4, 4, 4, 1);
      """;

  private static final String DAYS =
      "INSERT INTO wuchang.reading_day VALUES (1, 1, '2026-11-01', 2, 4, 6, 2)";

  private static final String RECORD =
      """
      INSERT INTO wuchang.record VALUES ('r1', 1, 'patrol', '2026-11-01 10:00Z', NULL, 'cold-room',
        NULL, 'wang', 'wang', '{}', 1, '2026-11-01 10:00Z')
      """;

  private static final String PUBLISHED =
      """
      INSERT INTO wuchang.document VALUES
        ('daily', '2026-10-31', 1, '2026-11-01 00:30Z', 'day', 'abc', '{}');
      INSERT INTO wuchang.score_version VALUES ('2026-10-01', 1, 1, '2026-11-01', 'system', 'month');
      INSERT INTO wuchang.score_month VALUES ('2026-10-01', 'cold-room', 'total', 91, false, 1);
      """;

  private TestDatabase db;

  abstract DatabaseAddress address();

  @AfterEach
  void close() {
    db.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 28, 43, 51, 60})
  void what_is_in_it_is_in_the_new_one_and_goes_on(int version) {
    db = TestDatabase.fresh(address());
    Flavour flavour = older(version);

    StoreWriter writer = new StoreWriter(db.database());
    assertThat(writer.begin(StoreContract.SITE, 1)).isEqualTo(flavour);
    writer.write(
        List.of(placed(1, temperature(1, NOON, 9), temperature(1, NOON.minusSeconds(3600), 5))));
    db.settle(flavour);

    readingsGoOn();
    assertThat(db.rows("SELECT device, event, person FROM wuchang.events"))
        .containsExactly("fridge-1|granted|wang");
    assertThat(db.rows("SELECT id, rule, state FROM wuchang.alerts"))
        .containsExactly("a1|FRG-01|open");
    assertThat(db.rows("SELECT compliant_s, breach_s FROM wuchang.coverage"))
        .containsExactly("3600|60");
    assertThat(db.count("wuchang.records")).isEqualTo(version >= 28 ? 1 : 0);
    assertThat(db.count("wuchang.scores")).isEqualTo(version >= 43 ? 1 : 0);
    assertThat(db.rows("SELECT kind FROM wuchang.chain_row ORDER BY kind"))
        .containsSubsequence("alert", "alert-step", "event")
        .hasSize(3 + (version >= 28 ? 1 : 0) + (version >= 43 ? 2 : 0));
    assertThat(db.rows("SELECT day FROM wuchang.chain_due")).containsExactly("2026-11-01");
  }

  private void readingsGoOn() {
    assertThat(db.rows("SELECT value FROM wuchang.readings ORDER BY time"))
        .containsExactly("2", "4", "9");
    assertThat(db.rows("SELECT min, max, avg, n FROM wuchang.readings_daily"))
        .containsExactly("2|9|5|3");
    assertThat(db.rows("SELECT avg FROM wuchang.readings_hourly ORDER BY time"))
        .containsExactly("2", "4", "9");
  }

  /** The schema of that version with what was written then. */
  private Flavour older(int version) {
    Flavour flavour =
        new Migration(source(address())).upTo(MigrationVersion.fromVersion("" + version));
    if (flavour == Flavour.PLAIN) {
      db.run(PLAIN_ONLY);
    }
    db.run(THEN);
    if (flavour == Flavour.PLAIN && version >= 20) {
      db.run(DAYS);
    }
    if (version >= 28) {
      db.run(RECORD);
    }
    if (version >= 43) {
      db.run(PUBLISHED);
    }
    return flavour;
  }

  private static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.username());
    source.setPassword(address.password());
    return source;
  }
}
