package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import wuchang.domain.reading.GateEvent;

/** Gate events on their way into their table. The same event at the same instant is stored once. */
final class EventRows {
  /** Card numbers and names of doors are short; an index cannot hold a novel. */
  private static final int LONGEST = 200;

  private static final String INSERT =
      """
      INSERT INTO wuchang.event
        (device_id, time, event, person, card, direction, method, reason, provenance, delay_s)
      SELECT g.device_id, to_timestamp(g.millis::float8 / 1000), g.event, g.person, g.card,
             g.direction, g.method, g.reason, g.provenance, g.delay_s
      FROM unnest(?::int4[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::int4[], ?::int4[])
        AS g(device_id, millis, event, person, card, direction, method, reason, provenance,
             delay_s)
      ON CONFLICT DO NOTHING
      """;

  private EventRows() {}

  /** Stores them; returns how many were new. */
  static int store(Connection connection, List<GateEvent> events, Map<String, Integer> devices)
      throws SQLException {
    if (events.isEmpty()) {
      return 0;
    }
    List<GateEvent> sorted =
        events.stream()
            .sorted(Comparator.comparing(GateEvent::device).thenComparing(GateEvent::time))
            .toList();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      Columns columns = new Columns(connection, statement);
      columns.ints(sorted.stream().mapToInt(e -> devices.get(e.device().value())));
      columns.longs(sorted.stream().mapToLong(e -> e.time().toEpochMilli()));
      columns.words(sorted.stream().map(e -> e.what().word()));
      columns.words(sorted.stream().map(e -> clean(e.person())));
      columns.words(sorted.stream().map(e -> clean(e.card())));
      columns.words(sorted.stream().map(e -> clean(e.direction())));
      columns.words(sorted.stream().map(e -> clean(e.method())));
      columns.words(sorted.stream().map(e -> clean(e.reason())));
      columns.ints(sorted.stream().mapToInt(e -> Codes.provenance(e.provenance())));
      columns.ints(sorted.stream().mapToInt(e -> Codes.delay(e.time(), e.arrived())));
      return statement.executeUpdate();
    }
  }

  private static String clean(String words) {
    return Codes.text(words, LONGEST);
  }
}
