package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Finding;

/** Does what a line of a scenario says. */
final class Stagehand {
  private static final Pattern OF_ALERT =
      Pattern.compile("(\\S+-\\S+|server) ([A-Z]+-\\d\\d) (.*)");
  private static final Pattern REFUSED = Pattern.compile("(.*) refused ([A-Z_]+)");
  private static final Pattern SILENCE =
      Pattern.compile(
          "silence (site|area|device|rule)(?: (\\S+))? until (?:(\\+\\d+|\\d{4}-\\d\\d-\\d\\d) )?(\\S+) by (\\S+)");

  private final Scenario scenario;
  private final Play play;
  private final Map<String, Episode> episodes = new HashMap<>();
  private String silence = "";

  Stagehand(Scenario scenario, Play play) {
    this.scenario = scenario;
    this.play = play;
  }

  void does(String words) {
    Matcher refused = REFUSED.matcher(words);
    if (refused.matches()) {
      Reply reply = command(refused.group(1));
      assertThat(reply).isInstanceOf(Reply.Refused.class);
      assertThat(((Reply.Refused) reply).refusal()).hasToString(refused.group(2));
      return;
    }
    Matcher ofAlert = OF_ALERT.matcher(words);
    if (ofAlert.matches()) {
      ofAlert(DeviceId.of(ofAlert.group(1)), RuleId.of(ofAlert.group(2)), ofAlert.group(3));
    } else {
      ofHouse(words);
    }
  }

  private void ofHouse(String words) {
    String[] word = words.split(" ");
    switch (word[0] + (word.length > 1 ? " " + word[1] : "")) {
      case "end" -> {}
      case "restart" -> play.restart();
      case "channel hangs" -> play.hanging = true;
      case "channel answers" -> play.hanging = false;
      case "tick 1s" -> play.tick = Duration.ofSeconds(1);
      case "tick 10s" -> play.tick = Duration.ofSeconds(10);
      case "tick 1m" -> play.tick = Duration.ofMinutes(1);
      default -> others(word, words);
    }
  }

  private void others(String[] word, String words) {
    switch (word[0]) {
      case "down" -> play.down.add(word[1]);
      case "up" -> play.down.remove(word[1]);
      case "clock" ->
          play.clockBack(Duration.parse("PT" + word[2].toUpperCase(java.util.Locale.ROOT)));
      case "alerts" -> assertThat(play.alerts()).hasSize(Integer.parseInt(word[1]));
      default -> assertThat(command(words)).isNotInstanceOf(Reply.Refused.class);
    }
  }

  private Reply command(String words) {
    Matcher begins = SILENCE.matcher(words);
    if (begins.matches()) {
      return silence(begins);
    }
    if (words.startsWith("unsilence by ")) {
      return play.hush(new AlertCommand.EndSilence(silence, person(words)));
    }
    Matcher ofAlert = OF_ALERT.matcher(words);
    if (!ofAlert.matches()) {
      throw new IllegalArgumentException("not understood: " + words);
    }
    Alert alert = play.alert(DeviceId.of(ofAlert.group(1)), RuleId.of(ofAlert.group(2)));
    return play.act(act(alert.id(), ofAlert.group(3)));
  }

  private Reply silence(Matcher begins) {
    Optional<String> name = Optional.ofNullable(begins.group(2));
    String of = begins.group(1);
    Silence.Scope scope =
        new Silence.Scope(
            name.filter(n -> of.equals("area")).map(AreaId::of),
            name.filter(n -> of.equals("device")).map(DeviceId::of),
            name.filter(n -> of.equals("rule")).map(RuleId::of));
    PersonId by = PersonId.of(begins.group(5));
    Instant until =
        scenario.instant(Optional.ofNullable(begins.group(3)).orElse(""), begins.group(4));
    Reply reply =
        play.hush(
            new AlertCommand.BeginSilence(scope, "busy", by, Optional.empty(), until, longest(by)));
    if (reply instanceof Reply.Hushed hushed) {
      silence = hushed.silence().id();
    }
    return reply;
  }

  private static Act act(AlertId id, String words) {
    PersonId by = person(words);
    String[] word = words.split(" ");
    return switch (word[0]) {
      case "acknowledged" -> new AlertCommand.Acknowledge(id, by, promise(words), "");
      case "promised" ->
          new AlertCommand.Promise(id, by, promise(words), "waits for the supplier", longest(by));
      case "handed" -> new AlertCommand.HandOver(id, by, PersonId.of(word[2]), "");
      case "accepted" -> new AlertCommand.Accept(id, by, "");
      case "declined" -> new AlertCommand.Decline(id, by, "");
      case "commented" -> new AlertCommand.Comment(id, by, "seen");
      case "false" -> new AlertCommand.FalseAlarm(id, by, "probe fell off");
      case "closed" ->
          new AlertCommand.Close(
              id,
              by,
              "equipment",
              "new gasket",
              words.endsWith("override") ? Optional.of("emptied") : Optional.empty());
      default -> throw new IllegalArgumentException("not understood: " + words);
    };
  }

  private static Duration longest(PersonId by) {
    return Duration.ofHours(by.value().equals("director") ? 8760 : 24);
  }

  private static PersonId person(String words) {
    return PersonId.of(words.replaceFirst(".*\\bby (\\S+).*", "$1"));
  }

  private static Duration promise(String words) {
    return words.contains(" for ")
        ? Duration.parse(
            "PT" + words.replaceFirst(".* for (\\S+).*", "$1").toUpperCase(java.util.Locale.ROOT))
        : Duration.ZERO;
  }

  private void ofAlert(DeviceId device, RuleId rule, String words) {
    String[] word = words.split(" ");
    String key = device + " " + rule;
    switch (word[0]) {
      case "breaks" -> {
        episodes.put(key, broken(device, rule, words));
        play.find(new Finding.Breached(episodes.get(key)));
      }
      case "over" -> {
        Episode open = broken(device, rule, "long ago");
        play.find(
            new Finding.Breached(open),
            new Finding.Recovered(open.ended(play.now.minusSeconds(60))));
      }
      case "again" -> play.find(new Finding.Breached(episodes.get(key)));
      case "worsens" ->
          play.find(
              new Finding.Worsened(
                  change(key, e -> Episodes.severity(e, Severity.of(word[1]).orElseThrow()))));
      case "confirmed" -> play.find(new Finding.Confirmed(change(key, Episode::confirmed)));
      case "recovers" -> play.find(new Finding.Recovered(change(key, e -> e.ended(play.now))));
      case "withdrawn" -> play.find(new Finding.Revised(episodes.get(key), Optional.empty()));
      case "went" -> {
        Episode before = episodes.get(key);
        play.find(new Finding.Revised(before, Optional.of(change(key, Episodes::open))));
      }
      case "is" -> is(play.alert(device, rule), word);
      default ->
          assertThat(play.act(act(play.alert(device, rule).id(), words)))
              .as(words)
              .isNotInstanceOf(Reply.Refused.class);
    }
  }

  private void is(Alert alert, String[] word) {
    switch (word[1]) {
      case "owned" -> assertThat(alert.owner()).contains(PersonId.of(word[3]));
      case "unowned" -> assertThat(alert.owner()).isEmpty();
      case "cause" -> assertThat(alert.children()).hasSize(Integer.parseInt(word[3]));
      case "effect" -> assertThat(alert.parent()).isPresent();
      default -> assertThat(alert.state()).isEqualTo(AlertState.of(word[1]).orElseThrow());
    }
  }

  private Episode change(String key, java.util.function.UnaryOperator<Episode> change) {
    return episodes.compute(key, (name, before) -> change.apply(before));
  }

  private Episode broken(DeviceId device, RuleId rule, String words) {
    Instant since =
        play.now.minus(words.contains("long ago") ? Duration.ofHours(3) : Duration.ofMinutes(5));
    Severity severity =
        java.util.Arrays.stream(words.split(" "))
            .flatMap(word -> Severity.of(word).stream())
            .findFirst()
            .orElse(Town.card(rule).severity());
    return new Episode(
        rule,
        device,
        severity,
        since,
        play.now,
        Optional.empty(),
        Evidence.NONE,
        java.util.List.of(new Episode.Step(severity, play.now)),
        Duration.ZERO,
        !words.contains("history"));
  }
}
