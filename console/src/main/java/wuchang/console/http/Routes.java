package wuchang.console.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.util.List;
import java.util.stream.Stream;
import wuchang.console.parts.ConsoleParts;

/** All routes of the console, and what every request passes on its way to one. */
public final class Routes implements AutoCloseable {
  /** Longer than a stage's patience, so that its answer comes first. */
  private static final long LONGEST_ANSWER_MS = 30_000;

  private final Vertx vertx;
  private final Rooms rooms;
  private final Assets assets = new Assets();
  private final StreamEndpoint stream;
  private final List<Endpoint> endpoints;

  public Routes(Vertx vertx, ConsoleParts parts) {
    this.vertx = vertx;
    this.rooms = rooms(vertx, parts);
    this.stream = new StreamEndpoint(rooms);
    this.endpoints =
        Stream.of(
                new PageEndpoints(assets).endpoints(),
                new SignInEndpoints(rooms, assets).endpoints(),
                new LinkEndpoints(rooms, assets).endpoints(),
                new MeEndpoints(rooms).endpoints(),
                new AlertEndpoints(rooms).endpoints(),
                new ActEndpoints(rooms).endpoints(),
                new SilenceEndpoints(rooms).endpoints(),
                new DeviceEndpoints(rooms).endpoints(),
                stream.endpoints(),
                new IngestEndpoints(rooms).endpoints(),
                new RecordEndpoints(rooms).endpoints(),
                new ReportEndpoints(rooms).endpoints(),
                new InspectionEndpoints(rooms).endpoints(),
                new ScoreEndpoints(rooms).endpoints(),
                new SystemEndpoints(rooms, vertx).endpoints())
            .flatMap(List::stream)
            .toList();
  }

  private static Rooms rooms(Vertx vertx, ConsoleParts parts) {
    return new Rooms(
        parts,
        new Stages(vertx.eventBus()),
        parts.accounts().sessions(),
        new SessionCookie(parts.http().port(), parts.http().isSecure()),
        new Origins(parts.http().publicUrl()),
        new Guesses(System::nanoTime),
        new Workers(vertx, "lookups", 2, 1_000),
        new Workers(vertx, "hashing", 2, 16),
        new Workers(vertx, "queries", 4, 100));
  }

  /** Every route there is. */
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** The router; from now on the live stream follows the stages. */
  public Router router() {
    Router router = Router.router(vertx);
    new Problems(new SignInPage(assets)).guard(router);
    Doorkeeper doorkeeper =
        new Doorkeeper(
            rooms.parts().accounts(),
            rooms.sessions(),
            rooms.cookie(),
            rooms.origins(),
            rooms.lookups(),
            rooms.parts().http()::isMetricsToken);
    router.route().handler(new SecurityHeaders(rooms.parts().http().isSecure()));
    router.route().handler(doorkeeper);
    endpoints.forEach(endpoint -> mount(router, doorkeeper, endpoint));
    stream.follow(vertx);
    return router;
  }

  @Override
  public void close() {
    stream.close();
    rooms.lookups().close();
    rooms.hashing().close();
    rooms.queries().close();
  }

  private static void mount(Router router, Doorkeeper doorkeeper, Endpoint endpoint) {
    if (!endpoint.streams()) {
      route(router, endpoint).handler(TimeoutHandler.create(LONGEST_ANSWER_MS, 503));
    }
    // A route of its own: Vert.x wants bodies to be read before any other handler of the same
    // route, and we want to know first who sends one.
    endpoint.needs().ifPresent(needed -> route(router, endpoint).handler(doorkeeper.guard(needed)));
    Route last = route(router, endpoint);
    if (endpoint.method().equals(HttpMethod.POST) && endpoint.bodyLimit() != Endpoint.UNREAD) {
      last.handler(BodyHandler.create(false).setBodyLimit(endpoint.bodyLimit()));
    }
    last.handler(ctx -> answer(endpoint, ctx));
  }

  private static Route route(Router router, Endpoint endpoint) {
    Route route = router.route(endpoint.method(), endpoint.pattern());
    boolean head = endpoint.method().equals(HttpMethod.GET) && !endpoint.streams();
    return head ? route.method(HttpMethod.HEAD) : route;
  }

  private static void answer(Endpoint endpoint, RoutingContext ctx) {
    endpoint.action().answer(ctx).onFailure(ctx::fail);
  }
}
