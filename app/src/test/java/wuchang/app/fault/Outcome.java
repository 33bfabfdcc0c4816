package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the store at the end, against what was acknowledged and what nobody disturbed. */
final class Outcome {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String STORED =
      """
      SELECT (extract(epoch FROM time) * 1000)::int8, device, metric, value FROM wuchang.readings
      WHERE device <> 'babbler'
      """;

  private static final String COUNT =
      "SELECT count(*) FROM wuchang.readings WHERE device <> 'babbler'";

  /**
   * Of the devices; what the system says of itself is part of the disturbance, and so is a silence
   * that was withdrawn when what had waited came in.
   */
  private static final String ALERTS =
      """
      SELECT rule, device, severity, state, since, raised_at, resolved_at FROM wuchang.alerts
      WHERE rule NOT LIKE 'SYS-%' AND device <> 'babbler' AND NOT (rule = 'SEN-01' AND state = 'withdrawn')
      ORDER BY rule, device, since
      """;

  private Outcome() {}

  static List<String> alerts(Serving server) {
    try {
      return server.sql(ALERTS);
    } catch (SQLException | IOException e) {
      return List.of("the database does not answer: " + e.getMessage());
    }
  }

  static long stored(Serving server) {
    try {
      return Long.parseLong(server.sql(COUNT).get(0));
    } catch (SQLException | IOException e) {
      return -1;
    }
  }

  /** Until the store has as many readings as the file has rows. */
  static void awaitStored(Serving server, Readings readings) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(stored(server)).as("stored").isEqualTo(readings.rows().size()));
  }

  /** Every serial number that was acknowledged is in the store, once, with its value. */
  static void isComplete(Serving server, Readings readings, Set<Integer> acknowledged)
      throws SQLException, IOException {
    Map<String, Double> stored = new HashMap<>();
    int rows = 0;
    for (String row : server.sql(STORED)) {
      int value = row.lastIndexOf(',');
      stored.put(row.substring(0, value), Double.parseDouble(row.substring(value + 1)));
      rows++;
    }
    assertThat(rows).as("rows, each once").isEqualTo(stored.size());
    for (int serial : acknowledged) {
      String[] row = readings.row(serial).split(",");
      String key = Instant.parse(row[0]).toEpochMilli() + "," + row[1] + "," + row[2];
      assertThat(stored.get(key))
          .as("no. %d of %d acknowledged: %s", serial, acknowledged.size(), key)
          .isEqualTo(Double.parseDouble(row[3]));
    }
  }

  /** The alerts, in the end, are those of an undisturbed run. */
  static void awaitAlerts(Serving server, List<String> undisturbed) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(alerts(server)).isEqualTo(undisturbed));
  }
}
