package wuchang.app.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.Observation;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.StoreWriter;

/** {@code wuchang bench store}: how fast readings are written to the embedded database. */
@Command(
    name = "store",
    description = {
      "The writer to the store.",
      "To an embedded PostgreSQL below this directory: transactions of 5000 readings of",
      "1000 devices, then of 20000 as when it has fallen behind, with their roll-ups and newest",
      "values, as they follow each other in time.",
      ""
    })
public final class StoreBench extends Bench {
  private static final int DEVICES = 1000;
  private static final int MINUTES_AT_ONCE = 5;
  private static final int BATCHES_WHEN_BEHIND = 4;
  private static final int USUAL_SECONDS = 30;

  private final ConfigReader reader;

  public StoreBench(ConfigReader reader, Output output) {
    super("store", output);
    this.reader = reader;
  }

  @Override
  void measure(int seconds, Figures figures) throws IOException {
    try (Scratch scratch = Scratch.make();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(scratch.directory().resolve("db"), 0);
        Database database = new Database(address(postgres), new SimpleMeterRegistry())) {
      Herd herd = new Herd(DEVICES, reader);
      StoreWriter writer = new StoreWriter(database);
      writer.begin(herd.site(), 0);
      long budget = (seconds == 0 ? USUAL_SECONDS : seconds) * 1_000_000_000L / 2;
      long position = 0;
      for (int batches : new int[] {1, BATCHES_WHEN_BEHIND}) {
        double before = database(postgres);
        long after = write(writer, herd, new Run(position, batches, budget), figures);
        double rows = (double) (after - position) * MINUTES_AT_ONCE * DEVICES;
        figures.add(
            "CPU of the database a row, " + batches + " batches",
            (database(postgres) - before) / rows * 1e6,
            "µs");
        position = after;
      }
    }
  }

  /** So many batches a transaction, after a position, for so many nanoseconds. */
  private record Run(long after, int batches, long budget) {}

  private static long write(StoreWriter writer, Herd herd, Run run, Figures figures) {
    Durations transactions = new Durations();
    long nanos = 0;
    long rows = 0;
    long position = run.after();
    while (nanos < run.budget()) {
      List<Placed> placed = new ArrayList<>();
      for (int i = 0; i < run.batches(); i++) {
        position++;
        placed.add(new Placed(position, Batch.of(minutes(herd, position), List.of())));
      }
      long before = System.nanoTime();
      rows += writer.write(placed).readings();
      long took = System.nanoTime() - before;
      transactions.add(took);
      nanos += took;
    }
    String of = "a transaction of " + run.batches() * MINUTES_AT_ONCE * DEVICES + " readings";
    figures.add("rows per second, " + of, rows / (nanos / 1e9), "/s");
    transactions.tell(of, figures);
    return position;
  }

  private static List<Observation> minutes(Herd herd, long position) {
    List<Observation> said = new ArrayList<>(MINUTES_AT_ONCE * DEVICES);
    for (int i = 0; i < MINUTES_AT_ONCE; i++) {
      said.addAll(herd.minute(position * MINUTES_AT_ONCE + i));
    }
    return said;
  }

  private static double database(EmbeddedPostgres postgres) throws IOException {
    return Usage.ofDatabase(postgres.dataDirectory()).cpuSeconds();
  }

  private static DatabaseAddress address(EmbeddedPostgres postgres) {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        Optional.of(postgres.dataDirectory()));
  }
}
