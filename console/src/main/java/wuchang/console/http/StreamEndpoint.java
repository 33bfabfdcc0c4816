package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.console.access.Account;
import wuchang.console.access.Accounts;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.access.Sessions;
import wuchang.console.live.Broadcast;
import wuchang.console.live.Listener;
import wuchang.domain.Bus;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.book.BookEntries;
import wuchang.domain.finding.DeviceStates;
import wuchang.domain.site.Site;

/** The live stream: who may listen, for how long, and the sign of life. */
final class StreamEndpoint {
  private static final long BEAT_MS = 15_000;

  private final Broadcast broadcast;
  private final Supplier<Site> site;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Workers lookups;

  StreamEndpoint(Rooms rooms) {
    this.broadcast = new Broadcast(rooms.parts());
    this.site = rooms.parts().site();
    this.accounts = rooms.parts().accounts();
    this.sessions = rooms.sessions();
    this.lookups = rooms.lookups();
  }

  /** Begins to follow the stages; on the event loop that also answers. */
  void follow(Vertx vertx) {
    EventBus bus = vertx.eventBus();
    bus.<AlertSteps>localConsumer(Bus.ALERT_STEPS, steps -> broadcast.tell(steps.body()));
    bus.<DeviceStates>localConsumer(Bus.DEVICES_CHANGED, states -> broadcast.tell(states.body()));
    bus.<BookEntries>localConsumer(Bus.RECORDED, told -> broadcast.tell(told.body()));
    vertx.setPeriodic(
        BEAT_MS,
        timer -> {
          broadcast.beat();
          sendAway();
        });
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/api/v1/stream", Permission.READ, this::listen).streaming());
  }

  void close() {
    broadcast.listeners().forEach(broadcast::end);
  }

  private Future<?> listen(RoutingContext ctx) {
    Caller caller = Doorkeeper.known(ctx);
    ctx.response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // Neither compression nor a proxy may hold events back.
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .putHeader("X-Accel-Buffering", "no");
    Account account = caller.account();
    Listener listener =
        new Listener(caller, ctx.response(), area -> account.sees(area, site.get()));
    if (!broadcast.add(listener)) {
      ctx.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
      throw HttpProblem.of(503, "busy", "too many listen; try again");
    }
    return Future.succeededFuture();
  }

  /** Ends the streams of those who may no longer come in, or whose role has changed. */
  private void sendAway() {
    for (Listener listener : broadcast.listeners()) {
      lookups
          .run(() -> mayStay(listener.caller()))
          .onSuccess(
              stays -> {
                if (!stays) {
                  broadcast.end(listener);
                }
              });
    }
  }

  private boolean mayStay(Caller caller) {
    Optional<Account> now =
        caller.cookie().isPresent()
            ? caller.cookie().flatMap(sessions::find)
            : accounts.find(caller.account().id());
    return now.filter(caller.account()::equals).isPresent();
  }
}
