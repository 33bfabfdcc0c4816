package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.AlertView;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;

/** What people do about alerts. Each answers with the alert as it stands afterwards. */
final class ActEndpoints {
  private static final String ALERT = "/api/v1/alerts/{id}";
  private static final int USUAL_PROMISE = 30;
  private static final int LONGEST_PROMISE = 24 * 60;
  private static final int MONTH = 30 * LONGEST_PROMISE;
  private static final Set<String> CAUSES =
      Set.of("equipment", "procedure", "behaviour", "environment", "false_alarm");

  /**
   * Who acts on which alert.
   *
   * @param overrides whether it is somebody of the second level
   */
  private record Hand(AlertId alert, PersonId by, boolean overrides) {}

  private final ConsoleParts parts;
  private final Stages stages;

  ActEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
            ALERT + "/acknowledge", Permission.ACT, ctx -> act(ctx, ActEndpoints::acknowledge)),
        Endpoint.post(ALERT + "/promise", Permission.ACT, ctx -> act(ctx, ActEndpoints::promise)),
        Endpoint.post(
            ALERT + "/hand-over", Permission.ACT, ctx -> act(ctx, ActEndpoints::handOver)),
        Endpoint.post(ALERT + "/accept", Permission.ACT, ctx -> act(ctx, ActEndpoints::accept)),
        Endpoint.post(ALERT + "/decline", Permission.ACT, ctx -> act(ctx, ActEndpoints::decline)),
        Endpoint.post(ALERT + "/comment", Permission.ACT, ctx -> act(ctx, ActEndpoints::comment)),
        Endpoint.post(
            ALERT + "/false-alarm", Permission.CLOSE, ctx -> act(ctx, ActEndpoints::falseAlarm)),
        Endpoint.post(ALERT + "/close", Permission.CLOSE, ctx -> act(ctx, ActEndpoints::close)));
  }

  private Future<?> act(RoutingContext ctx, BiFunction<Hand, Body, AlertCommand> read) {
    Sight sight = Sight.of(ctx, parts.site());
    Caller caller = Doorkeeper.known(ctx);
    AlertId id = AlertEndpoints.alertId(ctx);
    AlertCommand command =
        read.apply(
            new Hand(id, caller.account().id(), caller.may(Permission.OVERRIDE)), Body.of(ctx));
    return stages
        .ask(new AlertCommand.Show(id))
        .map(reply -> sight.checked(Replies.expect(reply, Reply.Shown.class).alert()))
        .map(alert -> allowed(caller, alert, command))
        .compose(stages::ask)
        .map(reply -> Replies.expect(reply, Reply.Done.class).alert())
        .compose(alert -> Answers.json(ctx, AlertView.of(alert, parts.words())));
  }

  /** The owner ends what is right again; the rest takes management ({@link Permission}). */
  private static AlertCommand allowed(Caller caller, Alert alert, AlertCommand command) {
    boolean owns = alert.owner().filter(caller.account().id()::equals).isPresent();
    boolean ofOwner =
        command instanceof AlertCommand.HandOver || command instanceof AlertCommand.Promise;
    if (ofOwner && !owns && !caller.may(Permission.OVERRIDE)) {
      throw Doorkeeper.notAllowed(
          "only its owner, or management, may hand an alert over or promise anew");
    }
    boolean ends =
        command instanceof AlertCommand.Close || command instanceof AlertCommand.FalseAlarm;
    if (ends && !caller.may(Permission.OVERRIDE)) {
      boolean overrides =
          command instanceof AlertCommand.Close close && close.override().isPresent();
      if (!owns || overrides) {
        throw Doorkeeper.notAllowed(
            "only its owner may end an alert, and only when the sensor is right again;"
                + " everything else takes the role management");
      }
    }
    return command;
  }

  private static AlertCommand acknowledge(Hand hand, Body body) {
    int minutes = body.number("promiseMinutes", USUAL_PROMISE, LONGEST_PROMISE);
    return new AlertCommand.Acknowledge(
        hand.alert(), hand.by(), Duration.ofMinutes(minutes), body.text("note"));
  }

  private static AlertCommand promise(Hand hand, Body body) {
    int minutes = body.number("promiseMinutes", USUAL_PROMISE, MONTH);
    return new AlertCommand.Promise(
        hand.alert(),
        hand.by(),
        Duration.ofMinutes(minutes),
        body.needed("note"),
        Duration.ofMinutes(hand.overrides() ? MONTH : LONGEST_PROMISE));
  }

  private static AlertCommand handOver(Hand hand, Body body) {
    String to = body.needed("to");
    PersonId person = Query.read("to", to, PersonId::of, "a person's id");
    return new AlertCommand.HandOver(hand.alert(), hand.by(), person, body.text("note"));
  }

  private static AlertCommand accept(Hand hand, Body body) {
    return new AlertCommand.Accept(hand.alert(), hand.by(), body.text("note"));
  }

  private static AlertCommand decline(Hand hand, Body body) {
    return new AlertCommand.Decline(hand.alert(), hand.by(), body.text("note"));
  }

  private static AlertCommand comment(Hand hand, Body body) {
    return new AlertCommand.Comment(hand.alert(), hand.by(), body.needed("note"));
  }

  private static AlertCommand falseAlarm(Hand hand, Body body) {
    return new AlertCommand.FalseAlarm(hand.alert(), hand.by(), body.needed("note"));
  }

  private static AlertCommand close(Hand hand, Body body) {
    String cause = body.needed("cause");
    if (!CAUSES.contains(cause)) {
      throw HttpProblem.badParameter(
          "cause", cause, "equipment procedure behaviour environment false_alarm");
    }
    Optional<String> override = Optional.of(body.text("override")).filter(why -> !why.isEmpty());
    return new AlertCommand.Close(
        hand.alert(),
        hand.by(),
        cause,
        body.needed("action"),
        body.measure("remeasured"),
        override);
  }
}
