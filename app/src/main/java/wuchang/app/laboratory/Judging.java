package wuchang.app.laboratory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Periods;
import wuchang.rules.lab.Backtest;
import wuchang.rules.lab.Together;

/**
 * Shares the devices out to as many judges as there are cores. Observations come in order of time
 * from one thread, which judges what several devices say together, and waits when the judges are
 * behind; what is found does not depend on how many there are.
 */
final class Judging implements AutoCloseable {
  private static final int BATCH = 2048;
  private static final int BATCHES_WAITING = 8;

  private final List<RulesInForce> variants;
  private final List<Device> devices;
  private final int threads;
  private final Periods periods;
  private final List<Judge> judges = new ArrayList<>();

  /** By place of the device: its own judge, and those of devices that hear something of it. */
  private Judge[][] hearers = {};

  private final ExecutorService pool;
  private Optional<Together> together = Optional.empty();

  Judging(List<RulesInForce> variants, List<Device> devices, int threads, Periods periods) {
    this.periods = periods;
    this.variants = variants;
    this.devices = devices;
    this.threads = Math.max(1, Math.min(threads, devices.size()));
    this.pool = Executors.newFixedThreadPool(this.threads, Judging::daemon);
  }

  /**
   * Takes in the next observation.
   *
   * @param device the place of its device in the list of devices; of a record it does not matter
   */
  void take(int device, Observation observation) throws InterruptedException {
    if (judges.isEmpty()) {
      start(observation.time());
    }
    if (observation instanceof BookEntry) {
      for (Judge judge : judges) {
        judge.add(observation);
      }
      return;
    }
    together.ifPresent(all -> all.take(device, observation));
    for (Judge judge : hearers[device]) {
      judge.add(observation);
    }
  }

  /**
   * What was found, by variant, the evidence under the first of them, and how many values were
   * passed over as contradictions.
   */
  record Verdicts(List<List<Episode>> found, List<Coverage> coverage, long contradictions) {}

  /** Lets time pass to the end of the past; everything found, in the order of findings. */
  Verdicts finish(Instant to) throws InterruptedException {
    for (Judge judge : judges) {
      judge.end();
    }
    List<List<Episode>> found = new ArrayList<>();
    variants.forEach(variant -> found.add(new ArrayList<>()));
    List<Coverage> coverage = new ArrayList<>();
    long contradictions = 0;
    for (Judge judge : judges) {
      Backtest backtest = judge.result();
      backtest.finish(to);
      for (int variant = 0; variant < variants.size(); variant++) {
        found.get(variant).addAll(backtest.found(variant));
      }
      coverage.addAll(backtest.coverage(to));
      contradictions += backtest.contradictions();
    }
    together.ifPresent(
        all -> {
          all.finish(to);
          coverage.addAll(all.coverage(to));
          for (int variant = 0; variant < variants.size(); variant++) {
            found.get(variant).addAll(all.found(variant));
          }
        });
    found.forEach(episodes -> episodes.sort(Backtest.ORDER));
    return new Verdicts(found, coverage, contradictions);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private void start(Instant oldest) {
    together = Optional.of(new Together(variants, devices, oldest, periods));
    List<Backtest> backtests = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      List<Device> share = new ArrayList<>();
      for (int device = thread; device < devices.size(); device += threads) {
        share.add(devices.get(device));
      }
      Backtest backtest = new Backtest(variants, share, oldest, periods);
      backtests.add(backtest);
      judges.add(new Judge(backtest, pool));
    }
    hearers = devices.stream().map(each -> hearers(each, backtests)).toArray(Judge[][]::new);
  }

  private Judge[] hearers(Device device, List<Backtest> backtests) {
    return IntStream.range(0, judges.size())
        .filter(i -> backtests.get(i).hears(device.id()))
        .mapToObj(judges::get)
        .toArray(Judge[]::new);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "judge");
    thread.setDaemon(true);
    return thread;
  }

  /** One thread with its devices. */
  private static final class Judge {
    private static final List<Observation> END = List.of();

    private final BlockingQueue<List<Observation>> waiting =
        new ArrayBlockingQueue<>(BATCHES_WAITING);
    private final Future<Backtest> work;
    private List<Observation> batch = new ArrayList<>(BATCH);

    Judge(Backtest backtest, ExecutorService pool) {
      this.work = pool.submit(() -> judge(backtest));
    }

    private Backtest judge(Backtest backtest) throws InterruptedException {
      for (List<Observation> next = waiting.take(); next != END; next = waiting.take()) {
        next.forEach(backtest::take);
      }
      return backtest;
    }

    void add(Observation observation) throws InterruptedException {
      batch.add(observation);
      if (batch.size() == BATCH) {
        hand(batch);
        batch = new ArrayList<>(BATCH);
      }
    }

    void end() throws InterruptedException {
      if (!batch.isEmpty()) {
        hand(batch);
      }
      hand(END);
    }

    Backtest result() throws InterruptedException {
      try {
        return work.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("judging failed", e.getCause());
      }
    }

    /** Waits for room; a judge that has failed will never make any. */
    private void hand(List<Observation> observations) throws InterruptedException {
      while (!waiting.offer(observations, 1, TimeUnit.SECONDS)) {
        if (work.isDone()) {
          result();
        }
      }
    }
  }
}
