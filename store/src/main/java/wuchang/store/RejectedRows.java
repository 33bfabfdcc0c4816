package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import wuchang.domain.reading.Rejected;

/** What was refused, on its way into its table; only the newest are kept. */
final class RejectedRows {
  /** How many are kept, so that a babbling device cannot fill the disk. */
  static final int KEPT = 10_000;

  /** Of one device, so that it cannot push out what is kept of the others. */
  static final int KEPT_OF_ONE = 500;

  private static final int LONGEST = 1000;

  private static final String INSERT =
      """
      INSERT INTO wuchang.rejected
        (generation, position, ordinal, device, topic, payload, payload_bytes, reason, detail,
         arrived)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String TRIM =
      """
      DELETE FROM wuchang.rejected WHERE (generation, position, ordinal) <= (
        SELECT generation, position, ordinal FROM wuchang.rejected
        ORDER BY generation DESC, position DESC, ordinal DESC OFFSET %d LIMIT 1)
      """
          .formatted(KEPT);

  /** Whatever is no device of the site counts as one. */
  private static final String TRIM_EACH =
      """
      DELETE FROM wuchang.rejected r USING (
        SELECT generation, position, ordinal,
               row_number() OVER (PARTITION BY coalesce(d.name, '')
                                  ORDER BY generation DESC, position DESC, ordinal DESC) AS place
        FROM wuchang.rejected k LEFT JOIN wuchang.device d ON d.name = k.device AND d.configured
      ) AS ranked
      WHERE ranked.place > %d AND r.generation = ranked.generation
        AND r.position = ranked.position AND r.ordinal = ranked.ordinal
      """
          .formatted(KEPT_OF_ONE);

  private RejectedRows() {}

  static void store(Connection connection, List<Map.Entry<Place, Rejected>> rejected)
      throws SQLException {
    if (rejected.isEmpty()) {
      return;
    }
    int first = Math.max(0, rejected.size() - KEPT);
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        Statement trim = connection.createStatement()) {
      for (Map.Entry<Place, Rejected> entry : rejected.subList(first, rejected.size())) {
        bind(insert, entry.getKey(), entry.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
      trim.executeUpdate(TRIM_EACH);
      trim.executeUpdate(TRIM);
    }
  }

  private static void bind(PreparedStatement insert, Place place, Rejected rejected)
      throws SQLException {
    insert.setLong(1, place.generation());
    insert.setLong(2, place.position());
    insert.setInt(3, place.ordinal());
    insert.setString(4, rejected.device().map(Object::toString).orElse(null));
    insert.setString(5, Codes.text(rejected.topic(), LONGEST));
    insert.setBytes(6, rejected.payload());
    insert.setInt(7, rejected.payloadBytes());
    insert.setString(8, rejected.reason().word());
    insert.setString(9, Codes.text(rejected.detail(), LONGEST));
    insert.setObject(10, rejected.arrived().atOffset(ZoneOffset.UTC));
  }
}
