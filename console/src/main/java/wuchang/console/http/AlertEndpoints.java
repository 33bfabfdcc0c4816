package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.AlertView;
import wuchang.console.view.Cursor;
import wuchang.console.view.FiguresView;
import wuchang.console.view.Page;
import wuchang.console.view.StepView;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertState;

/** Reading alerts. */
final class AlertEndpoints {
  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final Duration USUAL_SPAN = Duration.ofDays(7);

  private final ConsoleParts parts;
  private final Stages stages;

  AlertEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/alerts", Permission.READ, this::list),
        Endpoint.get("/api/v1/alarm-figures", Permission.READ_SITE, this::figures),
        Endpoint.get("/api/v1/alerts/{id}", Permission.READ, this::one),
        Endpoint.get("/api/v1/alerts/{id}/history", Permission.READ, this::history));
  }

  private Future<?> list(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    Query query = new Query(ctx, sight.site().zone());
    int limit = query.number("limit", USUAL, MOST);
    Optional<Cursor> after = query.text("cursor").map(AlertEndpoints::cursor);
    return stages
        .ask(new AlertCommand.Find(filter(query)))
        .map(reply -> Replies.expect(reply, Reply.Found.class))
        .map(found -> found.alerts().stream().filter(alert -> sight.sees(alert.area())).toList())
        .map(seen -> Cursor.page(seen, after, limit))
        .compose(page -> Answers.json(ctx, shown(page)));
  }

  private Future<?> figures(RoutingContext ctx) {
    Query query = new Query(ctx, parts.site().get().zone());
    Instant to = query.instant("to").orElseGet(parts.clock()::instant);
    Instant from = query.instant("from").orElse(to.minus(USUAL_SPAN));
    if (!from.isBefore(to)) {
      throw HttpProblem.badParameter("from", from.toString(), "a time before «to», " + to);
    }
    return stages
        .ask(new AlertCommand.Measure(from, to))
        .map(reply -> Replies.expect(reply, Reply.Measured.class).figures())
        .compose(figures -> Answers.json(ctx, FiguresView.of(figures)));
  }

  private Future<?> one(RoutingContext ctx) {
    return show(ctx)
        .compose(shown -> Answers.json(ctx, AlertView.of(shown.alert(), parts.words())));
  }

  private Future<?> history(RoutingContext ctx) {
    return show(ctx).compose(shown -> Answers.json(ctx, Page.whole(StepView.of(shown))));
  }

  private Future<Reply.Shown> show(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    return stages
        .ask(new AlertCommand.Show(alertId(ctx)))
        .map(reply -> Replies.expect(reply, Reply.Shown.class))
        .map(
            shown -> {
              sight.checked(shown.alert());
              return shown;
            });
  }

  private Page<AlertView> shown(Page<Alert> page) {
    return new Page<>(
        page.items().stream().map(alert -> AlertView.of(alert, parts.words())).toList(),
        page.next());
  }

  static AlertId alertId(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    try {
      return AlertId.of(id);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.unknown("alert", id);
    }
  }

  private static AlertCommand.Filter filter(Query query) {
    return new AlertCommand.Filter(
        query.values(
            "state",
            AlertState::of,
            "open acknowledged resolved closed false_alarm withdrawn suppressed"),
        query.values("severity", Severity::of, "notice warning major critical"),
        query.value("area", AreaId::of, "an area's id"),
        query.value("device", DeviceId::of, "a device's id"),
        query.value("rule", RuleId::of, "a rule's id such as FRG-01"),
        query.instant("from"),
        query.instant("to"));
  }

  private static Cursor cursor(String word) {
    return Cursor.of(word)
        .orElseThrow(
            () -> HttpProblem.badParameter("cursor", word, "the «next» of the page before"));
  }
}
