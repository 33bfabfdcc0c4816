package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.embedded.postgres.EmbeddedPostgres;

class DatabaseTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void refuses_a_server_that_is_not_ours(@TempDir Path directory) {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, 0)) {
      Path own = postgres.dataDirectory();
      try (Database ours = database(postgres, own, Database.PATIENCE)) {
        assertThat(ours.isUp()).isTrue();
      }
      try (Database foreign = database(postgres, own.resolveSibling("it's another"), SOON)) {
        assertThat(foreign.isUp()).isFalse();
        assertThatThrownBy(foreign::migrate)
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("a foreign server")
            .hasMessageContaining(own.toString());
        assertThatThrownBy(() -> new JdbcHistory(foreign).newest())
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("a foreign server");
      }
    }
  }

  @Test
  void says_that_it_is_away_when_nobody_listens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    DatabaseAddress nobody =
        DatabaseAddress.of("jdbc:postgresql://127.0.0.1:" + port + "/wuchang", "wuchang", "secret");
    try (Database away = new Database(nobody, new SimpleMeterRegistry(), SOON)) {
      assertThat(away.isUp()).isFalse();
      assertThatThrownBy(() -> new JdbcHistory(away).replay(Instant.EPOCH, in(1), o -> {}))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("Connection to 127.0.0.1:" + port + " refused");
    }
    assertThat(nobody.toString()).doesNotContain("secret");
  }

  private static Instant in(int seconds) {
    return Instant.EPOCH.plus(Duration.ofSeconds(seconds));
  }

  private static Database database(
      EmbeddedPostgres postgres, Path dataDirectory, Duration patience) {
    return new Database(
        new DatabaseAddress(
            postgres.jdbcUrl(),
            postgres.username(),
            postgres.password(),
            Optional.of(dataDirectory)),
        new SimpleMeterRegistry(),
        patience);
  }
}
