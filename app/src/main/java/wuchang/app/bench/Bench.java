package wuchang.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.console.view.Json;

/**
 * What every benchmark has: its options, its table and its JSON. A benchmark says what it has
 * measured; processor time and peak memory of this process are added.
 */
@Command
abstract class Bench implements Callable<Integer> {
  private final String name;
  private final Output output;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, too.")
  private @Nullable Path json;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "0",
      description = "Measure for so long (default: as long as is needed).")
  private int seconds;

  Bench(String name, Output output) {
    this.name = name;
    this.output = output;
  }

  /**
   * Measures.
   *
   * @param seconds for how long; 0 as long as is needed
   */
  abstract void measure(int seconds, Figures figures)
      throws CommandFailure, IOException, InterruptedException;

  @Override
  public Integer call() throws CommandFailure {
    if (seconds < 0) {
      throw CommandFailure.wrongUse("wuchang bench: --seconds " + seconds + "; expected 1 or more");
    }
    Figures figures = new Figures();
    double before = Machine.cpuSeconds();
    try {
      measure(seconds, figures);
      figures.add("CPU of this process", Machine.cpuSeconds() - before, "s");
      Machine.peakMegabytes().ifPresent(peak -> figures.add("peak RSS", peak, "MB"));
      show(figures);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang bench " + name + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private void show(Figures figures) throws IOException {
    output.out().println("bench " + name);
    Machine.description().forEach((what, words) -> output.out().println(row(what, words)));
    figures.all().forEach(figure -> output.out().println(row(figure.name(), figure.shown())));
    if (json != null) {
      Files.writeString(json, json(figures) + "\n", StandardCharsets.UTF_8);
    }
  }

  private static String row(String name, String value) {
    return String.format("  %-40s %s", name, value);
  }

  private String json(Figures figures) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Figures.Figure figure : figures.all()) {
      values.put(figure.name(), Map.of("value", figure.value(), "unit", figure.unit()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", name);
    all.put("machine", Machine.description());
    all.put("figures", values);
    return Json.write(all);
  }
}
