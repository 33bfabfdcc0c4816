package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.temperature;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Limit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Site;

/** The views of CONTRACT §6, and who may read them. */
abstract class ViewsContract extends StoreContract {
  @Test
  void have_exactly_the_promised_columns() {
    Map<String, String> columns = new TreeMap<>();
    for (String row :
        db.rows(
            """
            SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position)
            FROM information_schema.columns JOIN information_schema.views USING
              (table_schema, table_name)
            WHERE table_schema = 'wuchang' AND table_name NOT IN ('reading_hour', 'reading_day') GROUP BY 1
            """)) {
      columns.put(row.split("\\|")[0], row.split("\\|")[1]);
    }

    assertThat(columns)
        .containsAllEntriesOf(
            Map.of(
                "readings", "time site area device metric value quality",
                "events", "time site area device event person direction reason",
                "readings_hourly", "time site area device metric min max avg n",
                "readings_daily", "time site area device metric min max avg n",
                "device_latest", "device metric time value quality",
                "alerts",
                    "id rule device area principle severity state since raised_at"
                        + " acknowledged_at resolved_at closed_at owner cause",
                "coverage", "day device rule compliant_s breach_s unproven_s",
                "scores", "month area principle points capped",
                "records", "time kind id version area device person who fields"))
        .containsEntry(
            "devices", "device site area kind name_zh name_en gateway circuit interval_s price")
        .containsEntry("areas", "area site name_zh name_en food zone")
        .containsEntry("limits", "device metric rule severity above value")
        .containsEntry("calendar", "time time_end kind meal")
        .containsEntry("chain_row", "kind key at content")
        .containsEntry("silences", "id time time_end area device rule reason by ended_by")
        .hasSize(15);
  }

  @Test
  void name_site_and_area_as_configured_now() {
    write(placed(1, temperature(1, NOON, 4), temperature(9, NOON, 5)));

    assertThat(db.rows("SELECT site, area, device FROM wuchang.readings ORDER BY device"))
        .containsExactly("east|cold-room|fridge-1", "||fridge-9");

    writer.configure(Samples.site("kitchen", 9));

    assertThat(db.rows("SELECT site, area, device FROM wuchang.readings ORDER BY device"))
        .containsExactly("east|cold-room|fridge-1", "east|kitchen|fridge-9");
  }

  @Test
  void know_the_limits_that_are_in_force_and_forget_those_that_are_no_more() {
    Limit limit =
        new Limit(
            Samples.fridge(9), Metric.TEMPERATURE, RuleId.of("FRG-01"), Severity.MAJOR, true, 8);
    StoreWriter drawing = new StoreWriter(db.database(), site -> List.of(limit, limit));
    drawing.begin(SITE, 0);

    assertThat(db.rows("SELECT device, metric, rule, severity, above, value FROM wuchang.limits"))
        .containsExactly("fridge-9|temperature|FRG-01|major|t|8");
    assertThat(db.rows("SELECT area, site FROM wuchang.areas")).isEmpty();

    writer.configure(SITE);

    assertThat(db.count("wuchang.limits")).isZero();
  }

  @Test
  void keep_what_was_in_the_calendar_and_follow_it_from_today_on() {
    Site lunch = Samples.serving("11:00-13:00");
    writer.calendar(lunch, NOON);
    String served = "SELECT count(*) FROM wuchang.calendar WHERE kind = 'service' AND time %s '%s'";
    assertThat(db.rows(served.formatted("<", "2026-11-01 00:00+08"))).containsExactly("90");
    assertThat(db.rows(served.formatted(">=", "2026-11-01 00:00+08"))).containsExactly("15");

    writer.calendar(Samples.serving("12:00-13:00"), NOON.plus(Duration.ofDays(1)));

    assertThat(db.rows(served.formatted("<", "2026-11-02 00:00+08"))).containsExactly("91");
    assertThat(
            db.rows(
                "SELECT DISTINCT (time AT TIME ZONE 'Asia/Shanghai')::time FROM wuchang.calendar WHERE kind = 'service' AND time >="
                    + " '2026-11-02 00:00+08'"))
        .containsExactly("12:00:00");
    assertThat(
            db.rows(
                "SELECT DISTINCT (time AT TIME ZONE 'Asia/Shanghai')::time FROM wuchang.calendar WHERE kind = 'service' AND time <"
                    + " '2026-11-02 00:00+08'"))
        .containsExactly("11:00:00");
  }

  @Test
  void can_be_read_by_the_reader_and_nothing_else_can() throws SQLException {
    write(placed(1, temperature(1, NOON, 4)));
    String password = ReaderRole.newPassword();
    ReaderRole role = new ReaderRole(db.database());
    role.ensure("an older password");
    DatabaseAddress reader = role.ensure(password);

    try (Connection connection =
        DriverManager.getConnection(reader.url(), reader.username(), password)) {
      for (String view :
          new String[] {
            "readings",
            "events",
            "readings_hourly",
            "readings_daily",
            "device_latest",
            "alerts",
            "coverage",
            "scores",
            "records",
            "devices",
            "areas",
            "limits",
            "calendar",
            "silences"
          }) {
        assertThat(connection.createStatement().execute("SELECT * FROM wuchang." + view)).isTrue();
      }
      for (String forbidden :
          new String[] {
            "SELECT * FROM wuchang.reading",
            "SELECT * FROM wuchang.rejected",
            "DELETE FROM wuchang.alert",
            "CREATE TABLE wuchang.mine (id int)"
          }) {
        assertThatThrownBy(() -> connection.createStatement().execute(forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class);
      }
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(reader.url(), reader.username(), "an older password"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void are_left_as_they_are_by_the_next_start() {
    write(placed(1, temperature(1, NOON, 4)));

    assertThat(new StoreWriter(db.database()).begin(SITE, 1)).isEqualTo(flavour);

    assertThat(db.count("wuchang.readings")).isEqualTo(1);
  }
}
