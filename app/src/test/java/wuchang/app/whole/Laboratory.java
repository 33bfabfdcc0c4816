package wuchang.app.whole;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.command.BacktestCommand;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.rules.catalogue.Catalogue;

/** {@code backtest} on the example site with its database in a directory. */
final class Laboratory {
  private final Path config;

  Laboratory(Path folder, Path database) throws IOException {
    String example = Files.readString(Path.of("..", "wuchang.example.yaml"));
    config =
        Files.writeString(
            folder.resolve("laboratory.yaml"),
            example.replace("dir: data/east/db", "dir: " + database));
  }

  /** What is written to standard output. */
  String findings(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Catalogue catalogue = Catalogue.shipped();
    Output output = new Output(new PrintWriter(out), new PrintWriter(err));
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    List<String> all = new ArrayList<>(List.of("backtest", "--config", config.toString()));
    all.addAll(List.of(arguments));
    int exit =
        new Cli(
                output,
                List.of(new BacktestCommand(reader, catalogue, output, Experiment.Limits.usual())))
            .run(all.toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError("exit " + exit + ": " + err);
    }
    return out.toString();
  }
}
