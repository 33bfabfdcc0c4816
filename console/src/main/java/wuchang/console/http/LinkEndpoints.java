package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.console.parts.ConsoleParts;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertLink;
import wuchang.domain.site.Area;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/**
 * The links in messages: one alert, without a sign-in, until the link is over or the alert is
 * closed. Opening one only shows, since previews open links, too; taking the alert on or over, or
 * promising it anew, takes the button. Whoever holds a link says who they are, and the history says
 * that it was by a link.
 */
final class LinkEndpoints {
  private static final String PATH = AlertLink.PATH + "{alert}/{channel}/{step}/{ticket}";

  /** As for who promises anew with an account. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final int NOTE = 500;
  private static final Set<Role> ACTS =
      Set.of(Role.OPERATION, Role.MANAGEMENT, Role.DECISION, Role.CONTRACTOR);
  private static final Text UNKNOWN = new Text("链接无效。", "This link is not valid.");
  private static final Text OVER =
      new Text("链接已过期，请登录查看。", "This link is over; sign in to see the alert.");
  private static final Text CLOSED =
      new Text("此告警已关闭，链接失效。", "This alert is closed; its links are over.");

  /** Shows, or does something with, an alert that the link opens. */
  private interface Use {
    Future<Void> of(AlertLink link, Alert alert);
  }

  private final ConsoleParts parts;
  private final Stages stages;
  private final LinkPage page;

  LinkEndpoints(Rooms rooms, Assets assets) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
    this.page = new LinkPage(assets, rooms.parts().words());
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.open(HttpMethod.GET, PATH, ctx -> through(ctx, (l, a) -> show(ctx, 200, a))),
        Endpoint.open(HttpMethod.POST, PATH, ctx -> through(ctx, (l, a) -> press(ctx, l, a))),
        Endpoint.open(
            HttpMethod.POST, PATH + "/opened", ctx -> through(ctx, (l, a) -> opened(ctx, l))));
  }

  private Future<Void> through(RoutingContext ctx, Use use) {
    Optional<AlertLink> link =
        AlertLink.read(
            ctx.pathParam("alert"),
            ctx.pathParam("channel"),
            ctx.pathParam("step"),
            ctx.pathParam("ticket"),
            parts.linkSecret());
    if (link.isEmpty()) {
      return page.say(ctx, 404, UNKNOWN);
    }
    if (link.get().isOver(parts.clock().instant())) {
      return page.say(ctx, 410, OVER);
    }
    return stages
        .ask(new AlertCommand.Show(link.get().alert()))
        .compose(
            reply ->
                reply instanceof Reply.Shown shown && !shown.alert().state().isFinal()
                    ? use.of(link.get(), shown.alert())
                    : page.say(ctx, 410, CLOSED));
  }

  /**
   * With an answer it is taken over or not; with a reason its owner says that it takes longer;
   * without either somebody takes it on.
   */
  private Future<Void> press(RoutingContext ctx, AlertLink link, Alert alert) {
    Optional<String> answer = Optional.ofNullable(ctx.request().getFormAttribute("answer"));
    Optional<String> note = Optional.ofNullable(ctx.request().getFormAttribute("note"));
    return stages
        .ask(
            answer
                .map(word -> answer(ctx, link, alert, word))
                .or(() -> note.map(why -> anew(ctx, link, alert, why)))
                .orElseGet(() -> take(ctx, link, alert)))
        .compose(
            reply ->
                reply instanceof Reply.Done
                    ? Answers.seeOther(ctx, ctx.request().path())
                    : conflict(ctx, alert));
  }

  private AlertCommand answer(RoutingContext ctx, AlertLink link, Alert alert, String word) {
    PersonId person = person(ctx, alert);
    return switch (word) {
      case "accept" -> new AlertCommand.Accept(alert.id(), person, byLink(link));
      case "decline" -> new AlertCommand.Decline(alert.id(), person, byLink(link));
      default -> throw HttpProblem.badParameter("answer", word, "accept or decline");
    };
  }

  private AlertCommand take(RoutingContext ctx, AlertLink link, Alert alert) {
    return new AlertCommand.Acknowledge(
        alert.id(), person(ctx, alert), promise(ctx, LinkPage.PROMISES), byLink(link));
  }

  private AlertCommand anew(RoutingContext ctx, AlertLink link, Alert alert, String why) {
    if (why.isBlank() || why.length() > NOTE) {
      throw HttpProblem.badParameter("note", "", "a reason of " + NOTE + " characters at most");
    }
    PersonId person = person(ctx, alert);
    if (alert.owner().filter(person::equals).isEmpty()) {
      throw HttpProblem.badParameter("person", person.value(), "the owner of the alert");
    }
    return new AlertCommand.Promise(
        alert.id(),
        person,
        promise(ctx, LinkPage.ANEW),
        why.strip() + " · " + byLink(link),
        LONGEST);
  }

  private static String byLink(AlertLink link) {
    return "经消息链接 by link: " + link.channel();
  }

  private PersonId person(RoutingContext ctx, Alert alert) {
    String who = Optional.ofNullable(ctx.request().getFormAttribute("person")).orElse("");
    return people(alert).stream()
        .map(Person::id)
        .filter(id -> id.value().equals(who))
        .findFirst()
        .orElseThrow(
            () -> HttpProblem.badParameter("person", who, "somebody who may act on this alert"));
  }

  private static Duration promise(RoutingContext ctx, List<Integer> choices) {
    String minutes = Optional.ofNullable(ctx.request().getFormAttribute("minutes")).orElse("");
    return choices.stream()
        .filter(m -> String.valueOf(m).equals(minutes))
        .findFirst()
        .map(Duration::ofMinutes)
        .orElseThrow(() -> HttpProblem.badParameter("minutes", minutes, "one of " + choices));
  }

  /** Somebody was faster: what is shown says who. */
  private Future<Void> conflict(RoutingContext ctx, Alert alert) {
    return stages
        .ask(new AlertCommand.Show(alert.id()))
        .map(reply -> Replies.expect(reply, Reply.Shown.class).alert())
        .compose(now -> show(ctx, 409, now));
  }

  private Future<Void> opened(RoutingContext ctx, AlertLink link) {
    return stages
        .ask(new AlertCommand.Opened(link.alert(), link.channel(), link.step()))
        .compose(reply -> Answers.nothing(ctx));
  }

  private Future<Void> show(RoutingContext ctx, int status, Alert alert) {
    return page.show(ctx, status, alert, parts.site().get(), people(alert));
  }

  /** Who may take it on, those of its area first. */
  private List<Person> people(Alert alert) {
    Site site = parts.site().get();
    Optional<Area> area = site.area(alert.area());
    Optional<PersonId> responsible = area.flatMap(Area::responsible);
    Optional<PersonId> deputy = area.flatMap(Area::deputy);
    return site.people().values().stream()
        .filter(person -> ACTS.contains(person.role()))
        .filter(person -> person.role() != Role.CONTRACTOR || person.areas().contains(alert.area()))
        .sorted(
            Comparator.comparingInt(
                person ->
                    responsible.equals(Optional.of(person.id()))
                        ? 0
                        : deputy.equals(Optional.of(person.id())) ? 1 : 2))
        .toList();
  }
}
