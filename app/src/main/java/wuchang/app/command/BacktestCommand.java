package wuchang.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.StoredHistory;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Draft;
import wuchang.app.config.yaml.Fault;
import wuchang.app.laboratory.CoverageFile;
import wuchang.app.laboratory.Experiment;
import wuchang.app.laboratory.FindingsFile;
import wuchang.app.laboratory.Span;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.lab.Difference;
import wuchang.rules.schedule.SitePeriods;
import wuchang.simulators.csv.InvalidReadings;

/** {@code wuchang backtest}: the past under the rules in force, or under a draft of others. */
@Command(
    name = "backtest",
    description = {
      "Judges the past again: a file of readings (time,device,metric,value), or the store.",
      "The findings are CSV: rule,device,severity,since,raised_at,until,evidence.",
      "",
      "A draft is a file with a «rules:» map as in wuchang.yaml; it stands in place of what the",
      "configuration's own «rules:» say. With --against the result is what --rules (without it:",
      "the configuration) finds otherwise, with a first column «change»: added, dropped, moved.",
      ""
    })
public final class BacktestCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final Output output;
  private final Experiment.Limits limits;

  @Mixin private ConfigFile file = new ConfigFile();
  @Mixin private ResultFile out = new ResultFile();

  @Option(names = "--csv", paramLabel = "FILE", description = "The readings, in any order.")
  private @Nullable Path csv;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "From this time on (2026-11-01T06:00:00Z), or from the start of a date.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "Up to this time. With --csv without it: to the newest reading.")
  private @Nullable String to;

  @Option(names = "--rules", paramLabel = "FILE", description = "A draft of other rules.")
  private @Nullable Path rules;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Another draft; the result is the difference.")
  private @Nullable Path against;

  @Option(
      names = "--coverage",
      paramLabel = "FILE",
      description = "Writes for how much of each day what was proven, too.")
  private @Nullable Path coverage;

  public BacktestCommand(
      ConfigReader reader, Catalogue catalogue, Output output, Experiment.Limits limits) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.output = output;
    this.limits = limits;
  }

  @Override
  public Integer call() throws CommandFailure {
    Config config = file.load(reader, output);
    List<Coverage> covered = new ArrayList<>();
    Experiment experiment = experiment(config.site());
    if (coverage != null) {
      ResultFile.check("--coverage", coverage);
      experiment = experiment.covering(new SitePeriods(config.site()), covered::addAll);
    }
    out.check();
    try {
      String found = result(csv == null ? onStore(experiment, config) : experiment.onFile(csv));
      if (coverage != null) {
        Files.writeString(coverage, CoverageFile.write(covered));
      }
      out.write(found, output);
      return ExitCode.DONE;
    } catch (InvalidReadings e) {
      throw CommandFailure.invalid(e.faults());
    } catch (NoSuchFileException e) {
      throw CommandFailure.invalid(
          List.of(e.getMessage() + ": there is no such file; expected readings"));
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang backtest: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private Experiment experiment(Site site) throws CommandFailure {
    List<RulesInForce> variants = new ArrayList<>(List.of(inForce(rules, site)));
    if (against != null) {
      variants.add(inForce(against, site));
    }
    return new Experiment(
        variants,
        List.copyOf(site.devices().values()),
        span(site),
        limits,
        new Experiment.Voice(output.err(), Terminal.isStandardError(), "backtest"));
  }

  private String result(List<List<Episode>> found) {
    return against == null
        ? FindingsFile.write(found.get(0))
        : FindingsFile.writeDifferences(Difference.between(found.get(0), found.get(1)));
  }

  private static List<List<Episode>> onStore(Experiment experiment, Config config)
      throws CommandFailure, IOException, InterruptedException {
    try (StoredHistory store = StoredHistory.open(config)) {
      return experiment.onStore(store.history());
    } catch (StoreUnavailable e) {
      throw CommandFailure.failed("wuchang backtest: " + e.getMessage());
    }
  }

  private Span span(Site site) throws CommandFailure {
    if (csv == null && (from == null || to == null)) {
      throw CommandFailure.wrongUse(
          "wuchang backtest: expected --csv FILE, or --from T and --to T");
    }
    Span span =
        new Span(
            from == null ? Span.ALL.from() : Moment.parse("--from", from, site.zone()),
            to == null ? Span.ALL.to() : Moment.parse("--to", to, site.zone()));
    if (span.to().isBefore(span.from())) {
      throw CommandFailure.wrongUse("wuchang backtest: --to is before --from; expected it after");
    }
    return span;
  }

  private RulesInForce inForce(@Nullable Path draft, Site site) throws CommandFailure {
    return new RulesInForce(catalogue, draft(draft, site).over(site));
  }

  private Draft draft(@Nullable Path path, Site site) throws CommandFailure {
    if (path == null) {
      return Draft.NONE;
    }
    Draft draft = reader.readDraft(path, site.profile());
    draft.warnings().forEach(w -> output.err().println(w.place() + ": warning: " + w.text()));
    if (!draft.faults().isEmpty()) {
      throw CommandFailure.invalid(draft.faults().stream().map(Fault::toString).toList());
    }
    return draft;
  }
}
