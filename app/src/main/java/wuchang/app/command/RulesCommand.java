package wuchang.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.Language;
import wuchang.rules.catalogue.Catalogue;

/** {@code wuchang rules}: the rules in force for a site. */
@Command(
    name = "rules",
    description = {
      "Lists the rules in force for a site, with the values in force on its devices.",
      ""
    })
public final class RulesCommand implements Callable<Integer> {
  /** How the list is written. */
  enum Format {
    TABLE,
    JSON,
    MD
  }

  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final Output output;

  @Mixin private ConfigFile file = new ConfigFile();

  @Option(
      names = "--format",
      paramLabel = "table|json|md",
      defaultValue = "table",
      description = "How it is written (default: ${DEFAULT-VALUE}).")
  private String format = "table";

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      defaultValue = "zh",
      description = "The language of names (default: ${DEFAULT-VALUE}).")
  private String language = "zh";

  public RulesCommand(ConfigReader reader, Catalogue catalogue, Output output) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    Format wanted = format();
    Language reads = language();
    RuleListing listing = new RuleListing(catalogue, file.load(reader, output).site());
    output
        .out()
        .print(
            switch (wanted) {
              case TABLE -> listing.table(reads);
              case JSON -> listing.json();
              case MD -> listing.markdown(reads);
            });
    return ExitCode.DONE;
  }

  private Format format() throws CommandFailure {
    for (Format each : Format.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(format)) {
        return each;
      }
    }
    throw CommandFailure.wrongUse(
        "wuchang rules: «" + format + "» is no format; expected table, json or md");
  }

  private Language language() throws CommandFailure {
    if (language.equals("zh") || language.equals("en")) {
      return Language.of(language);
    }
    throw CommandFailure.wrongUse(
        "wuchang rules: «" + language + "» is no language; expected zh or en");
  }
}
