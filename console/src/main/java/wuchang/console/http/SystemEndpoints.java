package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.parts.HealthCheck;
import wuchang.console.view.Page;
import wuchang.console.view.SiteView;

/** The site, the system's own state, and its configuration. */
final class SystemEndpoints {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final ConsoleParts parts;
  private final Vertx vertx;

  SystemEndpoints(Rooms rooms, Vertx vertx) {
    this.parts = rooms.parts();
    this.vertx = vertx;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/site", Permission.READ, this::site),
        Endpoint.get("/api/v1/health", Permission.ADMINISTER, this::health),
        Endpoint.get("/api/v1/unknown-devices", Permission.ADMINISTER, this::unknownDevices),
        Endpoint.post("/api/v1/reload", Permission.ADMINISTER, this::reload),
        Endpoint.open(HttpMethod.GET, "/health/live", ctx -> status(ctx, true)),
        Endpoint.open(HttpMethod.GET, "/health/ready", this::ready),
        Endpoint.open(HttpMethod.GET, "/metrics", this::metrics));
  }

  private Future<?> site(RoutingContext ctx) {
    return Answers.json(
        ctx,
        SiteView.of(parts.site().get(), Doorkeeper.known(ctx).account(), parts.clock().instant()));
  }

  /** The details, for who runs the system only. */
  private Future<?> health(RoutingContext ctx) {
    return checks().compose(checks -> Answers.json(ctx, Page.whole(checks)));
  }

  /** Open to everybody, so it says yes or no and nothing else. */
  private Future<?> ready(RoutingContext ctx) {
    return checks()
        .map(checks -> checks.stream().allMatch(check -> check.ok() || !check.needed()))
        .recover(failed -> Future.succeededFuture(false))
        .compose(ready -> status(ctx, ready));
  }

  private Future<List<HealthCheck>> checks() {
    return vertx.executeBlocking(() -> parts.health().get(), false);
  }

  private static Future<?> status(RoutingContext ctx, boolean up) {
    return Answers.json(ctx, up ? 200 : 503, Map.of("status", up ? "UP" : "DOWN"));
  }

  private Future<?> unknownDevices(RoutingContext ctx) {
    return vertx
        .executeBlocking(() -> parts.unknownDevices().get(), false)
        .compose(devices -> Answers.json(ctx, Page.whole(devices)));
  }

  private Future<?> reload(RoutingContext ctx) {
    return vertx
        .executeBlocking(() -> parts.reload().get(), false)
        .compose(stage -> Future.fromCompletionStage(stage, vertx.getOrCreateContext()))
        .compose(
            faults -> {
              if (!faults.isEmpty()) {
                throw HttpProblem.of(
                        422, "invalid_configuration", "the configuration in force stays")
                    .with("faults", faults);
              }
              return Answers.json(ctx, Map.of("reloaded", true));
            });
  }

  private Future<?> metrics(RoutingContext ctx) {
    if (!Addresses.isLocal(ctx.request())) {
      Doorkeeper.mayMeasure(ctx);
    }
    return vertx
        .executeBlocking(() -> parts.metrics().scrape(), false)
        .compose(text -> Answers.send(ctx, 200, PROMETHEUS_TEXT, text));
  }
}
