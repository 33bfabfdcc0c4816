package wuchang.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contracts of the store on a server of the developer's choice: {@code
 * -Dwuchang.test.jdbc-url=jdbc:postgresql://host/db}, with {@code wuchang.test.username} and {@code
 * wuchang.test.password}. They make a database of their own there and drop it.
 */
@EnabledIfSystemProperty(
    named = GivenStoreTest.URL,
    matches = ".+",
    disabledReason = "no server given by -Dwuchang.test.jdbc-url=")
class GivenStoreTest {
  static final String URL = "wuchang.test.jdbc-url";
  private static final String NAME = "wuchang_test_" + ProcessHandle.current().pid();

  @BeforeAll
  static void create() throws SQLException {
    run("CREATE DATABASE " + NAME);
  }

  @AfterAll
  static void drop() throws SQLException {
    run("DROP DATABASE " + NAME + " WITH (FORCE)");
  }

  static DatabaseAddress given() {
    String url = System.getProperty(URL);
    int path = url.indexOf('/', url.indexOf("//") + 2);
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    return DatabaseAddress.of(
        url.substring(0, path + 1) + NAME + url.substring(end), username(), password());
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(System.getProperty(URL), username(), password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String username() {
    return System.getProperty("wuchang.test.username", "postgres");
  }

  private static String password() {
    return System.getProperty("wuchang.test.password", "");
  }

  @Nested
  class Views extends ViewsContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Refusals extends RefusalsContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class OlderSchema extends OlderSchemaContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class RollUp extends RollUpContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Silences extends SilencesContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Covering extends CoverageContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class History extends HistoryContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Copying extends CopyContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }

  @Nested
  class Chaining extends ChainContract {
    @Override
    DatabaseAddress address() {
      return given();
    }
  }
}
