package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.console.parts.ConsoleParts;
import wuchang.domain.AlertId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;

/**
 * A repair asked for from an alert in one step (报修): what is not said of it is taken from the
 * alert, whose history then names it.
 */
final class RepairOfAlert {
  private static final String ALERT = "alert";

  private final ConsoleParts parts;
  private final Stages stages;

  RepairOfAlert(ConsoleParts parts, Stages stages) {
    this.parts = parts;
    this.stages = stages;
  }

  /** The alert that a new repair names; one that is not there, or not to be seen, is refused. */
  Future<Optional<Alert>> alert(RoutingContext ctx, RecordKind kind, Map<String, Object> said) {
    boolean asks = kind == RecordKind.REPAIR && !said.containsKey("id");
    if (!asks || !(said.get(ALERT) instanceof String id) || id.isBlank()) {
      return Future.succeededFuture(Optional.empty());
    }
    Sight sight = Sight.of(ctx, parts.site());
    return stages
        .ask(new AlertCommand.Show(read(id)))
        .map(
            reply -> {
              if (reply instanceof Reply.Shown shown) {
                return Optional.of(sight.checked(shown.alert()));
              }
              throw unknown(id);
            });
  }

  /** What is said, and what the alert says of what is left out. */
  Map<String, Object> completed(Map<String, Object> said, Optional<Alert> alert) {
    Map<String, Object> whole = new LinkedHashMap<>(said);
    alert.ifPresent(
        known -> {
          Text title = parts.words().title(known);
          whole.putIfAbsent("what", title.zh() + " · " + known.device());
          whole.putIfAbsent("device", known.device().value());
          whole.putIfAbsent("area", known.area().value());
          whole.putIfAbsent("topic", known.rule().value());
        });
    return whole;
  }

  /** Names a written repair in the alert's history; the repair stands whatever comes of that. */
  Future<BookEntry> named(RoutingContext ctx, Optional<Alert> alert, BookEntry entry) {
    return alert
        .map(
            known ->
                stages
                    .ask(
                        new AlertCommand.Comment(
                            known.id(),
                            Doorkeeper.known(ctx).account().id(),
                            "报修 Repair " + entry.id()))
                    .map(entry)
                    .otherwise(entry))
        .orElseGet(() -> Future.succeededFuture(entry));
  }

  private static AlertId read(String id) {
    try {
      return AlertId.of(id);
    } catch (IllegalArgumentException e) {
      throw unknown(id);
    }
  }

  private static HttpProblem unknown(String id) {
    return HttpProblem.badParameter(ALERT, id, "the id of an alert that is kept");
  }
}
