package wuchang.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import wuchang.app.cli.CommandFailure;
import wuchang.app.config.Config;
import wuchang.app.config.StorageSettings;
import wuchang.domain.journal.History;
import wuchang.embedded.postgres.Neighbour;
import wuchang.embedded.postgres.PostgresUnusable;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.JdbcHistory;

/**
 * What a site's store holds, for a command that only reads. While the server runs its database is
 * used; an embedded one that does not run is started and stopped again.
 */
public final class StoredHistory implements AutoCloseable {
  private final Closing closing;
  private final Database database;

  private StoredHistory(Closing closing, Database database) {
    this.closing = closing;
    this.database = database;
  }

  /**
   * Connects to the store of a configuration.
   *
   * @throws CommandFailure when there is none, or it cannot be started
   */
  public static StoredHistory open(Config config) throws CommandFailure {
    Closing closing = new Closing();
    try {
      return new StoredHistory(closing, database(config.storage(), closing));
    } catch (IOException | PostgresUnusable e) {
      closing.close();
      throw CommandFailure.failed("the store cannot be read: " + e.getMessage());
    }
  }

  /**
   * Connects to an empty database, which is to be filled; an embedded one is made. Our tables are
   * not.
   *
   * @throws CommandFailure when it cannot be started
   */
  public static StoredHistory empty(Config config) throws CommandFailure {
    Closing closing = new Closing();
    try {
      MeterRegistry meters = new SimpleMeterRegistry();
      return new StoredHistory(closing, DatabasePart.bare(config.storage(), closing, meters));
    } catch (IOException | PostgresUnusable e) {
      closing.close();
      throw CommandFailure.failed("the store cannot be made: " + e.getMessage());
    }
  }

  public Database database() {
    return database;
  }

  public History history() {
    return new JdbcHistory(database);
  }

  @Override
  public void close() {
    closing.close();
  }

  private static Database database(StorageSettings storage, Closing closing)
      throws IOException, CommandFailure {
    MeterRegistry meters = new SimpleMeterRegistry();
    if (storage instanceof StorageSettings.Embedded local) {
      if (!Files.isDirectory(local.dir())) {
        throw CommandFailure.failed(
            "there is no database in " + local.dir() + " yet; the server makes it");
      }
      Optional<Neighbour> running = Neighbour.in(local.dir());
      return running.isPresent()
          ? closing.add("connections", new Database(address(running.get()), meters))
          : DatabasePart.start(storage, closing, meters).database();
    }
    StorageSettings.Remote remote = (StorageSettings.Remote) storage;
    return closing.add("connections", new Database(DatabasePart.address(remote), meters));
  }

  private static DatabaseAddress address(Neighbour running) {
    return new DatabaseAddress(
        running.jdbcUrl(),
        running.username(),
        running.password(),
        Optional.of(running.dataDirectory()));
  }
}
