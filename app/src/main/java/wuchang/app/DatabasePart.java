package wuchang.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.app.config.StorageSettings;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.ReaderRole;

/** The database, embedded or somewhere else, and how to read it from outside. */
final class DatabasePart {
  private static final Logger LOG = LoggerFactory.getLogger(DatabasePart.class);

  private final Database database;
  private final Optional<EmbeddedPostgres> embedded;

  private DatabasePart(Database database, Optional<EmbeddedPostgres> embedded) {
    this.database = database;
    this.embedded = embedded;
  }

  static DatabasePart start(StorageSettings settings, Closing closing, MeterRegistry meters)
      throws IOException {
    return migrated(unmigrated(settings, closing, meters));
  }

  /** Only connected to, and started if it is ours: its schema is left as it is. */
  static Database bare(StorageSettings settings, Closing closing, MeterRegistry meters)
      throws IOException {
    return unmigrated(settings, closing, meters).database;
  }

  private static DatabasePart unmigrated(
      StorageSettings settings, Closing closing, MeterRegistry meters) throws IOException {
    return settings instanceof StorageSettings.Embedded local
        ? embedded(local, closing, meters)
        : connected(address((StorageSettings.Remote) settings), Optional.empty(), closing, meters);
  }

  Database database() {
    return database;
  }

  /** Starts our own server again should it have died; a server elsewhere is not ours to start. */
  void revive() {
    embedded.ifPresent(EmbeddedPostgres::reviveIfDead);
  }

  /**
   * How tools may read: by a role of their own, which can do nothing else; empty where that cannot
   * be made now. Our own role can write, and is told to nobody.
   */
  Optional<DatabaseAddress> reader(String password) {
    try {
      return Optional.of(new ReaderRole(database).ensure(password));
    } catch (StoreUnavailable | IllegalStateException e) {
      LOG.warn("event=no_reader_role reason=\"{}\"", e.getMessage());
      return Optional.empty();
    }
  }

  static DatabaseAddress address(StorageSettings.Remote remote) {
    return DatabaseAddress.of(
        remote.url(), remote.username().orElse(""), remote.password().orElse(""));
  }

  private static DatabasePart embedded(
      StorageSettings.Embedded local, Closing closing, MeterRegistry meters) throws IOException {
    Path directory = local.dir();
    EmbeddedPostgres postgres =
        closing.add("database", EmbeddedPostgres.start(directory, local.port()));
    if (local.port() != 0 && local.port() != postgres.port()) {
      throw Ports.taken("the database", "127.0.0.1", local.port());
    }
    DatabaseAddress address =
        new DatabaseAddress(
            postgres.jdbcUrl(),
            postgres.username(),
            postgres.password(),
            Optional.of(postgres.dataDirectory()));
    return connected(address, Optional.of(postgres), closing, meters);
  }

  private static DatabasePart connected(
      DatabaseAddress address,
      Optional<EmbeddedPostgres> embedded,
      Closing closing,
      MeterRegistry meters) {
    return new DatabasePart(closing.add("connections", new Database(address, meters)), embedded);
  }

  private static DatabasePart migrated(DatabasePart part) {
    try {
      LOG.info("event=schema flavour={}", part.database.migrate());
    } catch (StoreUnavailable e) {
      // The rules go on without it; the writer makes the schema when it comes back.
      LOG.warn("event=store_away at={} reason=\"{}\"", part.database.address(), e.getMessage());
    }
    return part;
  }
}
