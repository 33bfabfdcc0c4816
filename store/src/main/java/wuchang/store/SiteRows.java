package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import wuchang.domain.Quantity;
import wuchang.domain.finding.Limit;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/** What dashboards know of the site's devices, areas and limits; all of it is written anew. */
final class SiteRows {
  private static final String DEVICE =
      """
      UPDATE wuchang.device SET name_zh = ?, name_en = ?, gateway = ?, circuit = ?, interval_s = ?,
        price = ? WHERE name = ?
      """;
  private static final String AREA =
      """
      INSERT INTO wuchang.area (name, site, name_zh, name_en, food, zone) VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String LIMIT =
      """
      INSERT INTO wuchang.device_limit (device, metric, rule, severity, above, value)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final double MILLIS = 1000;

  private SiteRows() {}

  static void store(Connection connection, Site site, Collection<Limit> limits)
      throws SQLException {
    devices(connection, site);
    areas(connection, site);
    limits(connection, limits);
  }

  private static void devices(Connection connection, Site site) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(DEVICE)) {
      for (Device device : site.devices().values()) {
        row.setString(1, device.name().zh());
        row.setString(2, device.name().en());
        row.setString(3, device.gateway().map(Object::toString).orElse(null));
        row.setString(4, device.circuit().map(Object::toString).orElse(null));
        number(row, 5, device.interval().map(Duration::toMillis).map(millis -> millis / MILLIS));
        number(row, 6, device.traits().quantity("price").map(Quantity::value));
        row.setString(7, device.id().value());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void areas(Connection connection, Site site) throws SQLException {
    clear(connection, "wuchang.area");
    try (PreparedStatement row = connection.prepareStatement(AREA)) {
      for (Area area : site.areas().values()) {
        row.setString(1, area.id().value());
        row.setString(2, site.id().value());
        row.setString(3, area.name().zh());
        row.setString(4, area.name().en());
        row.setBoolean(5, area.food());
        row.setString(6, site.zone().getId());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void limits(Connection connection, Collection<Limit> limits) throws SQLException {
    clear(connection, "wuchang.device_limit");
    try (PreparedStatement row = connection.prepareStatement(LIMIT)) {
      for (Limit limit : List.copyOf(limits)) {
        row.setString(1, limit.device().value());
        row.setString(2, limit.metric().name());
        row.setString(3, limit.rule().value());
        row.setString(4, limit.severity().word());
        row.setBoolean(5, limit.above());
        row.setDouble(6, limit.value());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void clear(Connection connection, String table) throws SQLException {
    try (PreparedStatement all = connection.prepareStatement("DELETE FROM " + table)) {
      all.executeUpdate();
    }
  }

  private static void number(PreparedStatement row, int column, Optional<Double> value)
      throws SQLException {
    if (value.isPresent()) {
      row.setDouble(column, value.get());
    } else {
      row.setNull(column, Types.DOUBLE);
    }
  }
}
