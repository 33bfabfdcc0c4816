package wuchang.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.Page;
import wuchang.console.view.SilenceView;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.Silence;
import wuchang.domain.site.Device;

/** Not being told for a while. A contractor only of what is in its own areas. */
final class SilenceEndpoints {
  private static final String PATH = "/api/v1/silences";

  /** DOMAIN.md D4: a day; longer takes the second level. */
  private static final Duration USUAL = Duration.ofHours(24);

  private static final String SCOPE = "{site?, area?, device?, rule?}";
  private static final Set<String> NAMES = Set.of("site", "area", "device", "rule");

  private static final Duration LONGEST = Duration.ofDays(366);

  private final ConsoleParts parts;
  private final Stages stages;

  SilenceEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(PATH, Permission.READ, this::list),
        Endpoint.post(PATH, Permission.ACT, this::begin),
        Endpoint.delete(PATH + "/{id}", Permission.ACT, this::end));
  }

  private Future<?> list(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    Instant now = parts.clock().instant();
    return silences()
        .map(all -> all.stream().filter(s -> sees(sight, s.scope())))
        .map(seen -> seen.map(silence -> SilenceView.of(silence, now)))
        .map(views -> Stream.concat(planned(sight, now), views).toList())
        .compose(views -> Answers.json(ctx, Page.whole(views)));
  }

  private Future<?> begin(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    Caller caller = Doorkeeper.known(ctx);
    Body body = Body.of(ctx);
    Silence.Scope scope = scope(body, sight.site().id());
    mayAct(sight, caller, scope);
    Duration longest = caller.may(Permission.OVERRIDE) ? LONGEST : USUAL;
    Optional<Instant> from = body.instant("from");
    Instant until =
        body.instant("until")
            .orElseThrow(() -> HttpProblem.badParameter("until", "", Body.TIME_EXPECTED));
    return stages
        .ask(
            new AlertCommand.BeginSilence(
                scope, body.needed("reason"), caller.account().id(), from, until, longest))
        .map(reply -> Replies.expect(reply, Reply.Hushed.class).silence())
        .compose(
            silence -> Answers.json(ctx, 201, SilenceView.of(silence, parts.clock().instant())));
  }

  private Future<?> end(RoutingContext ctx) {
    Sight sight = Sight.of(ctx, parts.site());
    Caller caller = Doorkeeper.known(ctx);
    String id = ctx.pathParam("id");
    return silences()
        .map(all -> all.stream().filter(silence -> silence.id().equals(id)).findFirst())
        .compose(
            known -> {
              known.ifPresent(silence -> mayAct(sight, caller, silence.scope()));
              return stages.ask(new AlertCommand.EndSilence(id, caller.account().id()));
            })
        .map(reply -> Replies.expect(reply, Reply.Hushed.class).silence())
        .compose(silence -> Answers.json(ctx, SilenceView.of(silence, parts.clock().instant())));
  }

  private Future<List<Silence>> silences() {
    return stages
        .ask(new AlertCommand.FindSilences())
        .map(reply -> Replies.expect(reply, Reply.Silences.class).silences());
  }

  private static Stream<SilenceView> planned(Sight sight, Instant now) {
    return sight.site().calendar().quiet().stream()
        .filter(each -> each.isInForce(sight.site().local(now), sight.site().calendar()))
        .map(SilenceView::of);
  }

  /** What concerns the whole site concerns everybody. */
  private static boolean sees(Sight sight, Silence.Scope scope) {
    return place(sight, scope).map(sight::sees).orElse(true);
  }

  private static void mayAct(Sight sight, Caller caller, Silence.Scope scope) {
    Optional<AreaId> place = place(sight, scope);
    boolean everywhere = caller.may(Permission.READ_SITE);
    if (!everywhere && place.filter(sight::sees).isEmpty()) {
      throw Doorkeeper.notAllowed("name an area or a device of yours in «scope»");
    }
  }

  private static Optional<AreaId> place(Sight sight, Silence.Scope scope) {
    return scope.device().flatMap(sight.site()::device).map(Device::area).or(scope::area);
  }

  /** What is not understood would be left out, and what is left out silences more. */
  private static Silence.Scope scope(Body body, SiteId here) {
    JsonNode scope = body.object("scope", SCOPE);
    scope
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!NAMES.contains(name)) {
                throw HttpProblem.badParameter("scope", name, SCOPE);
              }
            });
    id(scope, "site", SiteId::of)
        .filter(site -> !site.equals(here))
        .ifPresent(
            site -> {
              throw HttpProblem.badParameter("scope.site", site.value(), here.value());
            });
    return new Silence.Scope(
        id(scope, "area", AreaId::of),
        id(scope, "device", DeviceId::of),
        id(scope, "rule", RuleId::of));
  }

  private static <T> Optional<T> id(JsonNode scope, String name, Function<String, T> read) {
    JsonNode field = scope.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return Optional.empty();
    }
    String word = field.asText();
    return Optional.of(Query.read("scope." + name, word, read, "an id of the site"));
  }
}
