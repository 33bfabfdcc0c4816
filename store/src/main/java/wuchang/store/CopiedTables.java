package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables that hold what Wuchang keeps, as the database itself lists them. */
final class CopiedTables {
  /** Too large for one piece: copied day by day. */
  static final String READING = "reading";

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'wuchang' AND NOT c.relispartition
        AND (c.relkind IN ('r', 'p') OR c.relname IN ('reading_hour', 'reading_day'))
        AND c.relname NOT IN ('flyway_schema_history', 'reading')
      ORDER BY 1
      """;

  private static final String COLUMNS =
      """
      SELECT attname FROM pg_attribute
      WHERE attrelid = to_regclass('wuchang.' || quote_ident(?)) AND attnum > 0
        AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
      """;

  private static final String NUMBERED =
      """
      SELECT format('SELECT setval(%L, greatest(1, max(%I))) FROM wuchang.%I',
                    pg_get_serial_sequence('wuchang.' || quote_ident(c.relname), a.attname),
                    a.attname, c.relname)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'wuchang'::regnamespace AND a.attidentity <> ''
        AND c.relkind = 'r' AND NOT c.relispartition
      """;

  private static final String SCHEMA =
      """
      SELECT version FROM wuchang.flyway_schema_history
      WHERE success AND version IS NOT NULL
      ORDER BY string_to_array(version, '.')::int[] DESC LIMIT 1
      """;

  private CopiedTables() {}

  /** All of them but the readings. */
  static List<String> names(Connection connection) throws SQLException {
    return column(connection, TABLES);
  }

  /**
   * The columns that are written, with commas between them; empty for a table that is not there.
   */
  static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        return String.join(", ", column(rows));
      }
    }
  }

  /** Lets tables that number their rows go on after the highest number there is. */
  static void goOnCounting(Connection connection) throws SQLException {
    for (String sql : column(connection, NUMBERED)) {
      column(connection, sql);
    }
  }

  static String schema(Connection connection) throws SQLException {
    return column(connection, SCHEMA).get(0);
  }

  static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return column(rows);
    }
  }

  private static List<String> column(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }
}
