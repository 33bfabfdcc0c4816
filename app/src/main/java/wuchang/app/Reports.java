package wuchang.app;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import wuchang.console.parts.DailyReports;
import wuchang.domain.Bus;
import wuchang.domain.Language;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.journal.History;
import wuchang.domain.site.Site;
import wuchang.reports.DailyRecord;
import wuchang.reports.DailyRecordCsv;
import wuchang.reports.DailyRecordHtml;
import wuchang.reports.DailyRecordJson;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RuleDefinition;

/** The daily record from the alerts as they stand and from what the store has heard. */
record Reports(
    Vertx vertx,
    SiteInForce site,
    Catalogue catalogue,
    History history,
    Cycles cycles,
    InstantSource clock)
    implements DailyReports {
  private static final long PATIENCE_SECONDS = 10;

  @Override
  public String daily(LocalDate date, Format format, Language language) {
    Site now = site.get();
    var from = date.atStartOfDay(now.zone()).toInstant();
    var to = date.plusDays(1).atStartOfDay(now.zone()).toInstant();
    DailyRecord record =
        DailyRecord.of(
            date,
            clock.instant(),
            new DailyRecord.Sources(
                now, cards(), alerts(), history.heard(from, to), cycles(now, from, to)));
    return switch (format) {
      case JSON -> DailyRecordJson.of(record).toString();
      case HTML -> DailyRecordHtml.of(record, language);
      case CSV -> new String(DailyRecordCsv.of(record, language), StandardCharsets.UTF_8);
    };
  }

  private List<Cycle> cycles(Site now, Instant from, Instant to) {
    return now.devices().keySet().stream()
        .flatMap(device -> cycles.of(device, from, to).stream())
        .toList();
  }

  private Map<RuleId, RuleCard> cards() {
    return catalogue.rules().stream()
        .collect(Collectors.toMap(RuleDefinition::id, RuleDefinition::card));
  }

  private List<Alert> alerts() {
    AlertCommand all = new AlertCommand.Find(AlertCommand.Filter.ALL);
    try {
      var reply =
          vertx
              .eventBus()
              .<AlertCommand.Reply.Found>request(Bus.ALERT_COMMANDS, all)
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return reply.body().alerts();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for the alerts", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the alerts do not answer", e);
    }
  }
}
