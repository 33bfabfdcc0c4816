package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The contracts of the store on TimescaleDB; left out where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class TimescaleStoreTest {
  @Container
  private static final PostgreSQLContainer SERVER =
      new PostgreSQLContainer(
          DockerImageName.parse("timescale/timescaledb:2.29.2-pg17")
              .asCompatibleSubstituteFor("postgres"));

  static DatabaseAddress container() {
    return DatabaseAddress.of(SERVER.getJdbcUrl(), SERVER.getUsername(), SERVER.getPassword());
  }

  @Nested
  class Views extends ViewsContract {
    @Override
    DatabaseAddress address() {
      return container();
    }

    @Test
    void stand_on_a_hypertable() {
      assertThat(flavour).isEqualTo(Flavour.TIMESCALE);
    }
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Refusals extends RefusalsContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class OlderSchema extends OlderSchemaContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class RollUp extends RollUpContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Silences extends SilencesContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Covering extends CoverageContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class History extends HistoryContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Copying extends CopyContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }

  @Nested
  class Chaining extends ChainContract {
    @Override
    DatabaseAddress address() {
      return container();
    }
  }
}
