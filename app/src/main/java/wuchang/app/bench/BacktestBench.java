package wuchang.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.app.laboratory.Span;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;

/** {@code wuchang bench backtest}: how fast a canteen-year is judged again. */
@Command(
    name = "backtest",
    description = {
      "A canteen-year, judged again.",
      "On all cores: 200 devices, a reading a minute each, 105 million",
      "readings as they are generated; then the rate from a CSV file of 14 days of it.",
      ""
    })
public final class BacktestBench extends Bench {
  private static final int DEVICES = 200;
  private static final long YEAR_MINUTES = 365 * 1440L;
  private static final long CSV_MINUTES = 14 * 1440L;

  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final PrintWriter err;

  public BacktestBench(ConfigReader reader, Catalogue catalogue, Output output) {
    super("backtest", output);
    this.reader = reader;
    this.catalogue = catalogue;
    this.err = output.err();
  }

  @Override
  void measure(int seconds, Figures figures) throws IOException, InterruptedException {
    Herd herd = new Herd(DEVICES, reader);
    new Onlookers(HerdRules.over(catalogue), herd.site()).tell(herd.minute(0), Herd.START, figures);
    generated(herd, seconds == 0 ? Long.MAX_VALUE : seconds * 1_000_000_000L, figures);
    Path csv = Files.createTempFile("wuchang-bench", ".csv");
    try {
      write(herd, csv);
      fromFile(herd, csv, figures);
    } finally {
      Files.delete(csv);
    }
  }

  private void generated(Herd herd, long budget, Figures figures)
      throws IOException, InterruptedException {
    double cpu = Machine.cpuSeconds();
    long start = System.nanoTime();
    long[] minutes = {0};
    List<List<Episode>> found =
        experiment(herd)
            .onReadings(
                sink -> {
                  while (minutes[0] < YEAR_MINUTES && System.nanoTime() - start < budget) {
                    for (Observation said : herd.minute(minutes[0]++)) {
                      sink.accept(said);
                    }
                  }
                });
    double taken = (System.nanoTime() - start) / 1e9;
    double readings = (double) minutes[0] * DEVICES;
    figures.add("readings generated and judged", readings, "");
    figures.add("time", taken, "s");
    figures.add("rate", readings / taken, "/s");
    figures.add("rate per CPU second", readings / (Machine.cpuSeconds() - cpu), "/s");
    figures.add("a canteen-year at this rate", taken * YEAR_MINUTES / minutes[0], "s");
    figures.add("findings", found.get(0).size(), "");
  }

  private void fromFile(Herd herd, Path csv, Figures figures)
      throws IOException, InterruptedException {
    double cpu = Machine.cpuSeconds();
    long start = System.nanoTime();
    experiment(herd).onFile(csv);
    double taken = (System.nanoTime() - start) / 1e9;
    double readings = (double) CSV_MINUTES * DEVICES;
    figures.add("rows of a CSV file", readings, "");
    figures.add("rate from CSV", readings / taken, "/s");
    figures.add("rate from CSV per CPU second", readings / (Machine.cpuSeconds() - cpu), "/s");
    figures.add("bytes per second from CSV", Files.size(csv) / taken, "B/s");
  }

  private Experiment experiment(Herd herd) throws IOException {
    return new Experiment(
        List.of(new RulesInForce(HerdRules.over(catalogue), herd.site())),
        herd.devices(),
        Span.ALL,
        Experiment.Limits.usual(),
        new Experiment.Voice(err, false, "bench"));
  }

  private static void write(Herd herd, Path csv) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("time,device,metric,value\n");
      for (long minute = 0; minute < CSV_MINUTES; minute++) {
        for (Observation said : herd.minute(minute)) {
          write((Reading) said, out);
        }
      }
    }
  }

  private static void write(Reading reading, Writer out) throws IOException {
    out.append(reading.time().toString()).append(',').append(reading.device().value()).append(',');
    out.append(reading.metric().name()).append(',').append(Double.toString(reading.value()));
    out.append('\n');
  }
}
