package wuchang.console.parts;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.console.access.Accounts;
import wuchang.console.access.SignInLinks;
import wuchang.domain.RuleId;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.finding.Explanations;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.journal.History;
import wuchang.domain.site.Site;

/**
 * What the console works with. Suppliers are asked anew each time, so that a reloaded configuration
 * shows at once.
 *
 * @param cards the rules in force; empty for one that is not, or no more
 * @param linkSecret signs the links in messages
 * @param health blocking is allowed; called from a worker
 * @param reload takes the configuration over; the faults when it cannot, none when it did
 */
public record ConsoleParts(
    HttpSettings http,
    Supplier<Site> site,
    Function<RuleId, Optional<RuleCard>> cards,
    AlertWords words,
    History history,
    Cycles cycles,
    Explanations explanations,
    Documents documents,
    Inspection inspection,
    Scores scores,
    Accounts accounts,
    SignInLinks links,
    String linkSecret,
    Supplier<List<UnknownDevice>> unknownDevices,
    Supplier<List<HealthCheck>> health,
    Supplier<CompletionStage<List<String>>> reload,
    PrometheusMeterRegistry metrics,
    InstantSource clock) {}
