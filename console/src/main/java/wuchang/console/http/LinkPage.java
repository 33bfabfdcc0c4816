package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.console.parts.AlertWords;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;

/** What a link in a message shows; whatever is filled in is written as text. */
final class LinkPage {
  private static final String HTML = "text/html; charset=utf-8";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  /** Within how many minutes one may say to be done, and until when one may put it off. */
  static final List<Integer> PROMISES = List.of(15, 30, 60);

  static final List<Integer> ANEW = List.of(60, 120, 240);

  private final String page;
  private final AlertWords words;

  LinkPage(Assets assets, AlertWords words) {
    this.page = assets.text("link.html");
    this.words = words;
  }

  /** Only a message, when there is nothing to be seen or done. */
  Future<Void> say(RoutingContext ctx, int status, Text text) {
    return send(
        ctx,
        status,
        line("<p class=\"message\" role=\"alert\">%s</p>", text)
            + line("<a class=\"button\" href=\"/\">%s</a>", new Text("登录查看", "Sign in")));
  }

  /**
   * The alert, who has it, and a form: to take it on while nobody has, for whom it was offered to
   * answer, or for its owner to say until when it will take.
   */
  Future<Void> show(RoutingContext ctx, int status, Alert alert, Site site, List<Person> people) {
    String state = isOver(alert) ? "over" : alert.severity().word();
    Text badge = isOver(alert) ? new Text("已恢复", "Resolved") : alert.severity().label();
    String top =
        line("<p class=\"badge " + state + "\" data-alert>%s</p>", badge)
            + line("<h1>%s</h1>", words.title(alert))
            + line("<p class=\"sentence\">%s</p>", words.sentence(alert))
            + line("<p class=\"quiet\">%s</p>", since(alert, site.zone()))
            + line("<p class=\"todo\">%s</p>", words.action(alert));
    return send(ctx, status, top + (isFree(alert) ? form(people) : owner(alert, site)));
  }

  private static boolean isOver(Alert alert) {
    return alert.state() == AlertState.RESOLVED;
  }

  static boolean isFree(Alert alert) {
    return alert.acknowledgedBy().isEmpty()
        && (alert.state() == AlertState.OPEN || alert.state() == AlertState.RESOLVED);
  }

  /** Whether its owner can still promise anew. */
  static boolean isOwned(Alert alert) {
    return alert.state() == AlertState.ACKNOWLEDGED && alert.owner().isPresent();
  }

  private static String form(List<Person> people) {
    return "<form method=\"post\">"
        + who(people.stream().map(p -> option(p.id().value(), p.name())))
        + line("<p>%s</p>", new Text("我来处理，多久内处理好：", "I take it, done within:"))
        + times(PROMISES)
        + "</form>";
  }

  private static String offer(String owner, PersonId to, Site site) {
    String name = name(to, site);
    return "<form method=\"post\" data-offer>"
        + line("<p>%s</p>", new Text(owner + " 请 " + name + " 接手", owner + " asks " + name))
        + who(Stream.of(option(to.value(), name)))
        + "<div class=\"times\">"
        + line(
            "<button type=\"submit\" class=\"primary\" name=\"answer\" value=\"accept\">%s</button>",
            new Text("接手", "I take it"))
        + line(
            "<button type=\"submit\" name=\"answer\" value=\"decline\">%s</button>",
            new Text("不接", "I cannot"))
        + "</div></form>";
  }

  private static String name(PersonId id, Site site) {
    Person known = site.people().get(id);
    return known == null ? id.value() : known.name();
  }

  private static String promise(String id, String name) {
    return "<form method=\"post\" data-promise>"
        + line("<p>%s</p>", new Text("需要更久？", "It takes longer?"))
        + who(Stream.of(option(id, name)))
        + "<label>"
        + line("%s", new Text("原因", "Why"))
        + "<input name=\"note\" required maxlength=\"500\"></label>"
        + times(ANEW)
        + "</form>";
  }

  private static String who(Stream<String> options) {
    return "<label>"
        + line("%s", new Text("我是", "I am"))
        + "<select name=\"person\" required><option value=\"\" selected disabled></option>"
        + options.collect(Collectors.joining())
        + "</select></label>";
  }

  private static String option(String id, String name) {
    return "<option value=\"%s\">%s</option>".formatted(escaped(id), escaped(name));
  }

  private static String times(List<Integer> choices) {
    return choices.stream()
        .map(
            minutes ->
                line(
                    "<button type=\"submit\" class=\"primary\" name=\"minutes\" value=\""
                        + minutes
                        + "\">%s</button>",
                    new Text(minutes + " 分钟", minutes + " min")))
        .collect(Collectors.joining("", "<div class=\"times\">", "</div>"));
  }

  private static String owner(Alert alert, Site site) {
    return alert
        .owner()
        .map(
            id -> {
              String name = name(id, site);
              String until = alert.promisedAt().map(at -> CLOCK.format(site.local(at))).orElse("");
              return line(
                      "<p class=\"owner\">%s</p>",
                      new Text(
                          name + " 已接手" + (until.isEmpty() ? "" : "，承诺 " + until + " 前处理"),
                          name + " has it" + (until.isEmpty() ? "" : ", promised by " + until)))
                  + alert.offered().map(to -> offer(name, to, site)).orElse("")
                  + (isOwned(alert) ? promise(id.value(), name) : "");
            })
        .orElse("");
  }

  private static Text since(Alert alert, ZoneId zone) {
    String at = CLOCK.format(alert.since().atZone(zone));
    return new Text("始于 " + at, "Since " + at);
  }

  private Future<Void> send(RoutingContext ctx, int status, String body) {
    return Answers.send(ctx, status, HTML, page.replace("<!--body-->", body));
  }

  /** The words in both languages, of which the style sheet shows one. */
  private static String line(String element, Text text) {
    if (text.zh().isEmpty() && text.en().isEmpty()) {
      return "";
    }
    return element.replace(
            "%s",
            "<span lang=\"zh\">"
                + escaped(text.zh())
                + "</span><span lang=\"en\">"
                + escaped(text.en())
                + "</span>")
        + "\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
