package wuchang.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * The numbers of devices and metrics. A number is given once and for ever, outside of any batch's
 * transaction, so that what is remembered here is always in the database, too.
 */
final class Roster {
  private static final String CONFIGURE =
      """
      INSERT INTO wuchang.device (name, site, area, kind, configured)
      SELECT g.name, ?, g.area, g.kind, true FROM unnest(?::text[], ?::text[], ?::text[])
        AS g(name, area, kind) ORDER BY g.name
      ON CONFLICT (name) DO UPDATE SET
        site = excluded.site, area = excluded.area, kind = excluded.kind, configured = true
      """;

  /** What is no longer configured keeps its area: its records were made there. */
  private static final String RETIRE =
      "UPDATE wuchang.device SET configured = false WHERE configured AND name <> ALL (?::text[])";

  private static final String ADD_DEVICES =
      """
      INSERT INTO wuchang.device (name, site, area, kind, configured)
      SELECT name, '', '', '', false FROM unnest(?::text[]) AS g(name) ORDER BY name
      ON CONFLICT (name) DO NOTHING
      """;

  private static final String ADD_METRICS =
      """
      INSERT INTO wuchang.metric (name)
      SELECT name FROM unnest(?::text[]) AS g(name) ORDER BY name
      ON CONFLICT (name) DO NOTHING
      """;

  private final Map<String, Integer> devices = new ConcurrentHashMap<>();
  private final Map<String, Integer> metrics = new ConcurrentHashMap<>();

  /** Takes over a site's devices with their areas. */
  static int configure(Connection connection, Site site) throws SQLException {
    List<Device> all = List.copyOf(site.devices().values());
    Array names = texts(connection, all.stream().map(d -> d.id().value()).toList());
    try (PreparedStatement upsert = connection.prepareStatement(CONFIGURE);
        PreparedStatement retire = connection.prepareStatement(RETIRE)) {
      upsert.setString(1, site.id().value());
      upsert.setArray(2, names);
      upsert.setArray(3, texts(connection, all.stream().map(d -> d.area().value()).toList()));
      upsert.setArray(4, texts(connection, all.stream().map(d -> d.kind().word()).toList()));
      retire.setArray(1, names);
      retire.executeUpdate();
      return upsert.executeUpdate();
    }
  }

  /** The numbers of these devices; one that was never configured gets one without an area. */
  Map<String, Integer> devices(Database database, Set<String> names) {
    return numbers(database, devices, names, ADD_DEVICES, "wuchang.device");
  }

  Map<String, Integer> metrics(Database database, Set<String> names) {
    return numbers(database, metrics, names, ADD_METRICS, "wuchang.metric");
  }

  /** The database may be another one now. */
  void forget() {
    devices.clear();
    metrics.clear();
  }

  private static Map<String, Integer> numbers(
      Database database, Map<String, Integer> known, Set<String> names, String add, String table) {
    Set<String> missing = new LinkedHashSet<>(names);
    missing.removeAll(known.keySet());
    if (!missing.isEmpty()) {
      database.inTransaction(connection -> run(connection, add, missing));
      known.putAll(database.direct(connection -> find(connection, table, missing)));
    }
    return known;
  }

  private static int run(Connection connection, String sql, Set<String> names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, texts(connection, names));
      return statement.executeUpdate();
    }
  }

  private static Map<String, Integer> find(Connection connection, String table, Set<String> names)
      throws SQLException {
    Map<String, Integer> found = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, id FROM " + table + " WHERE name = ANY (?::text[])")) {
      statement.setArray(1, texts(connection, names));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return found;
  }

  private static Array texts(Connection connection, Collection<String> words) throws SQLException {
    return connection.createArrayOf("text", words.toArray());
  }
}
