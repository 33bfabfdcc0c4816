package wuchang.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import wuchang.embedded.postgres.EmbeddedPostgres;

/** The contracts of the store on the PostgreSQL that Wuchang brings along. */
class EmbeddedStoreTest {
  @TempDir static Path directory;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(directory, 0);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  static DatabaseAddress embedded() {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        Optional.of(postgres.dataDirectory()));
  }

  @Nested
  class Views extends ViewsContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Refusals extends RefusalsContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class OlderSchema extends OlderSchemaContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class RollUp extends RollUpContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Silences extends SilencesContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Covering extends CoverageContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class History extends HistoryContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Copying extends CopyContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }

  @Nested
  class Chaining extends ChainContract {
    @Override
    DatabaseAddress address() {
      return embedded();
    }
  }
}
