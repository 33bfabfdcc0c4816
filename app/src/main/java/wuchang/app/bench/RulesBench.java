package wuchang.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.reading.Observation;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.RuleEngine;

/** {@code wuchang bench rules}: how fast the live rule kernel is on one core. */
@Command(
    name = "rules",
    description = {
      "The live rule kernel with the whole catalogue.",
      "On one core: 1000 devices, a reading a minute",
      "each, looked at minute by minute. Only the kernel's own time is counted; «of its thread»",
      "leaves out the time in which others had the processor, and the collector of garbage.",
      ""
    })
public final class RulesBench extends Bench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int DEVICES = 1000;
  private static final int USUAL_SECONDS = 20;

  /** Until the compiler has seen enough, a third of the time is not counted. */
  private static final int WARM_UP_SHARE = 3;

  private final ConfigReader reader;
  private final Catalogue catalogue;

  public RulesBench(ConfigReader reader, Catalogue catalogue, Output output) {
    super("rules", output);
    this.reader = reader;
    this.catalogue = catalogue;
  }

  @Override
  void measure(int seconds, Figures figures) throws IOException {
    long budget = (seconds == 0 ? USUAL_SECONDS : seconds) * 1_000_000_000L;
    Herd herd = new Herd(DEVICES, reader);
    long empty = usedHeap();
    Catalogue all = HerdRules.over(catalogue);
    RulesInForce rules = new RulesInForce(all, herd.site());
    RuleEngine engine = new RuleEngine(rules.devices(Herd.START), Herd.START);
    Looks looks = new Looks();
    long start = System.nanoTime();
    long minute = 0;
    while (System.nanoTime() - start < budget / WARM_UP_SHARE) {
      looks.look(engine, herd.minute(minute), minute++);
    }
    looks.reset();
    long evaluated = engine.evaluations();
    while (System.nanoTime() - start < budget) {
      looks.look(engine, herd.minute(minute), minute++);
    }
    evaluated = engine.evaluations() - evaluated;
    figures.add("devices", DEVICES, "");
    new Onlookers(all, herd.site()).tell(herd.minute(0), Herd.START, figures);
    figures.add("readings judged", looks.readings, "");
    figures.add("readings per second", looks.readings / (looks.nanos / 1e9), "/s");
    figures.add("readings per second of its thread", looks.readings / (looks.cpu / 1e9), "/s");
    figures.add("evaluations per reading", (double) evaluated / looks.readings, "");
    figures.add("evaluations per second of its thread", evaluated / (looks.cpu / 1e9), "/s");
    looks.percentiles(figures);
    figures.add("minutes of history held", (double) minute, "min");
    figures.add("memory per device", (usedHeap() - empty) / (double) DEVICES, "bytes");
    figures.add("episodes that can still change", engine.episodes().size(), "");
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The looks at a minute each, and how long they took. */
  private static final class Looks {
    private long readings;
    private long nanos;
    private long cpu;
    private long[] each = new long[1024];
    private int count;

    void look(RuleEngine engine, List<Observation> said, long minute) {
      Instant now = Herd.START.plusSeconds(60 * minute + 60);
      long used = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      engine.take(said, now);
      engine.tick(now);
      long took = System.nanoTime() - start;
      cpu += THREADS.getCurrentThreadCpuTime() - used;
      nanos += took;
      readings += said.size();
      if (count == each.length) {
        each = Arrays.copyOf(each, 2 * count);
      }
      each[count++] = took;
    }

    void reset() {
      readings = 0;
      nanos = 0;
      cpu = 0;
      count = 0;
    }

    void percentiles(Figures figures) {
      long[] sorted = Arrays.copyOf(each, count);
      Arrays.sort(sorted);
      for (int percent : new int[] {50, 99}) {
        long at = sorted[Math.max(0, (count * percent + 99) / 100 - 1)];
        figures.add("a look at 1000 readings, p" + percent, at / 1e6, "ms");
      }
      figures.add("a look at 1000 readings, longest", sorted[count - 1] / 1e6, "ms");
    }
  }
}
