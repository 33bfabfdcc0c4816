package wuchang.alerts.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Draft;
import wuchang.domain.PersonId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/** Messages and plans for the tests of channels. */
final class Examples {
  static final ChannelParts PARTS = new ChannelParts(() -> Canteen.time("10:00"), Optional.empty());

  private static final Site SITE = Canteen.site();
  private static final Episode WARM =
      Canteen.episode(Canteen.FRG, Canteen.FRIDGE, Canteen.time("09:30"));

  private Examples() {}

  static Message opened() {
    return message("opened", false, alert(WARM));
  }

  static Message resolved() {
    return message("resolved", true, alert(Episodes.until(WARM, Canteen.time("11:00"))));
  }

  static Message named(String device) {
    Message plain = opened();
    return new Message(
        plain.site(),
        plain.channel(),
        plain.step(),
        false,
        plain.alert(),
        new Message.Words(
            Text.same(device),
            plain.words().sentence(),
            plain.words().facts(),
            plain.words().action(),
            plain.words().owner()),
        plain.to(),
        plain.phones(),
        plain.link(),
        plain.home(),
        plain.at(),
        List.of());
  }

  static Message withoutPhones() {
    Message plain = opened();
    return new Message(
        plain.site(),
        plain.channel(),
        plain.step(),
        false,
        plain.alert(),
        plain.words(),
        plain.to(),
        List.of(),
        plain.link(),
        plain.home(),
        plain.at(),
        List.of());
  }

  static ChannelPlan plan(String kind, String url, String secret) {
    return new ChannelPlan(
        "group",
        kind,
        Optional.of(url).filter(text -> !text.isEmpty()).map(URI::create),
        Optional.of(secret).filter(text -> !text.isEmpty()),
        Set.of(),
        0,
        Map.of());
  }

  static ChannelPlan log(Map<String, String> options) {
    return new ChannelPlan(
        "screen", "log", Optional.empty(), Optional.empty(), Set.of(), 0, options);
  }

  private static Message message(String step, boolean ended, Alert alert) {
    return new Message(
        SiteId.of("east"),
        "group",
        step,
        ended,
        alert,
        new Message.Words(
            new Text("【重大】冷藏超温 · 冷库1号冷柜", "[Major] Fridge too warm · Cold room, Fridge 1"),
            new Text("已持续30分钟高于8℃。", "Above 8 °C for 30 min."),
            ended ? Text.same("") : new Text("始于 09:30", "since 09:30"),
            ended ? Text.same("") : new Text("检查柜门。", "Check the door."),
            ended ? Text.same("") : new Text("待接手：张三", "To take it on: 张三")),
        List.of(PersonId.of("p1"), PersonId.of("p2")),
        List.of("13800001111"),
        URI.create("https://canteen.example/alerts/" + alert.id()),
        URI.create("https://canteen.example"),
        Canteen.time("10:00"),
        List.of());
  }

  private static Alert alert(Episode episode) {
    Draft draft = new AlertBook(Canteen::card, () -> SITE).draft(Canteen.time("10:00"));
    draft.on(new Finding.Breached(episode));
    return draft.steps().get(0).alert();
  }
}
