package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.CycleView;
import wuchang.console.view.DeviceDetail;
import wuchang.console.view.DeviceView;
import wuchang.console.view.Page;
import wuchang.console.view.PointView;
import wuchang.console.view.RejectedView;
import wuchang.console.view.WhyView;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;

/** The devices with what can be said of them, their series, and what was refused of them. */
final class DeviceEndpoints {
  private static final Duration USUAL_SPAN = Duration.ofHours(24);
  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final int USUAL_POINTS = 200;
  private static final int MOST_POINTS = 2_000;
  private static final int USUAL_REJECTED = 50;
  private static final int MOST_REJECTED = 500;

  private final ConsoleParts parts;
  private final Stages stages;
  private final Workers queries;

  DeviceEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
    this.queries = rooms.queries();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/devices", Permission.READ, this::list),
        Endpoint.get("/api/v1/devices/{id}", Permission.READ, this::one),
        Endpoint.get("/api/v1/devices/{id}/readings", Permission.READ, this::readings),
        Endpoint.get("/api/v1/devices/{id}/why", Permission.READ, this::why),
        Endpoint.get("/api/v1/devices/{id}/rejected", Permission.READ, this::rejected));
  }

  private Future<?> list(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    return stages
        .states()
        .map(
            states ->
                sight.site().devices().values().stream()
                    .filter(device -> sight.sees(device.area()))
                    .map(device -> view(device, states))
                    .toList())
        .compose(devices -> Answers.json(ctx, Page.whole(devices)));
  }

  private Future<?> one(RoutingContext ctx) {
    Device device = device(ctx);
    Future<Optional<CycleView>> last = queries.run(() -> lastCycle(device.id()));
    return stages
        .states()
        .compose(states -> last.map(cycle -> new DeviceDetail(view(device, states), cycle)))
        .compose(detail -> Answers.json(ctx, detail));
  }

  private Optional<CycleView> lastCycle(DeviceId device) {
    try {
      return parts.cycles().last(device, parts.clock().instant()).map(CycleView::of);
    } catch (StoreUnavailable e) {
      // What the rules say of the device is worth an answer without the store.
      return Optional.empty();
    }
  }

  private Future<?> readings(RoutingContext ctx) {
    Device device = device(ctx);
    Query query = new Query(ctx, parts.site().get().zone());
    Metric metric =
        query
            .value("metric", Metric::of, "a metric's name such as temperature")
            .orElse(device.kind().metrics().get(0));
    Instant to = query.instant("to").orElseGet(parts.clock()::instant);
    Instant from = query.instant("from").orElse(to.minus(USUAL_SPAN));
    if (!from.isBefore(to)) {
      throw HttpProblem.badParameter("from", from.toString(), "a time before «to», " + to);
    }
    int points = query.number("points", USUAL_POINTS, MOST_POINTS);
    return queries
        .run(() -> parts.history().series(device.id(), metric, from, to, points))
        .map(series -> Page.whole(series.stream().map(PointView::of).toList()))
        .compose(page -> Answers.json(ctx, page));
  }

  private Future<?> why(RoutingContext ctx) {
    Device device = device(ctx);
    ZoneId zone = parts.site().get().zone();
    Query query = new Query(ctx, zone);
    RuleId rule =
        query
            .value("rule", RuleId::of, "a rule's id such as FRG-01")
            .orElseThrow(() -> HttpProblem.badParameter("rule", "", "a rule's id such as FRG-01"));
    Instant now = parts.clock().instant();
    Instant at = query.instant("at").orElse(now);
    if (at.isAfter(now) || at.isBefore(now.minus(REMEMBERED))) {
      throw HttpProblem.badParameter("at", at.toString(), "a time within the last 7 days");
    }
    return queries
        .run(() -> parts.explanations().why(device.id(), rule, at))
        .compose(
            why ->
                alerts(device.id(), rule)
                    .map(
                        alerts ->
                            WhyView.of(
                                why.orElseThrow(() -> HttpProblem.unknown("rule", rule.value())),
                                alerts,
                                zone)))
        .compose(view -> Answers.json(ctx, view));
  }

  private Future<List<Alert>> alerts(DeviceId device, RuleId rule) {
    AlertCommand.Filter filter =
        new AlertCommand.Filter(
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.of(device),
            Optional.of(rule),
            Optional.empty(),
            Optional.empty());
    return stages
        .ask(new AlertCommand.Find(filter))
        .map(
            reply ->
                reply instanceof AlertCommand.Reply.Found found
                    ? found.alerts()
                    : List.<Alert>of());
  }

  /** Of a device that the configuration does not know, too: that is why it was refused. */
  private Future<?> rejected(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    DeviceId id = deviceId(ctx);
    Optional<Device> device = sight.site().device(id);
    device.ifPresent(sight::checked);
    int limit = new Query(ctx, sight.site().zone()).number("limit", USUAL_REJECTED, MOST_REJECTED);
    return queries
        .run(() -> parts.history().rejected(Optional.of(id), limit))
        .map(
            found -> {
              if (device.isEmpty() && found.isEmpty()) {
                throw HttpProblem.unknown("device", id.value());
              }
              return Page.whole(found.stream().map(RejectedView::of).toList());
            })
        .compose(page -> Answers.json(ctx, page));
  }

  private DeviceView view(Device device, Map<DeviceId, DeviceState> states) {
    return DeviceView.of(device, Optional.ofNullable(states.get(device.id())), parts.cards());
  }

  private Device device(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    DeviceId id = deviceId(ctx);
    return sight
        .site()
        .device(id)
        .map(sight::checked)
        .orElseThrow(() -> HttpProblem.unknown("device", id.value()));
  }

  static DeviceId deviceId(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    try {
      return DeviceId.of(id);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.unknown("device", id);
    }
  }
}
