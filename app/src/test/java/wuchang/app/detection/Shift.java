package wuchang.app.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.AlertDesk;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Life;
import wuchang.alerts.channel.Receipt;
import wuchang.alerts.notify.Allowance;
import wuchang.alerts.notify.BackOff;
import wuchang.alerts.notify.Courier;
import wuchang.alerts.notify.NotificationPolicy;
import wuchang.alerts.notify.Post;
import wuchang.alerts.notify.Rhythm;
import wuchang.alerts.notify.Rota;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Promise;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Site;

/**
 * What the rules find in a month, told to the real desk in virtual time, with people who do their
 * work: whoever is told takes it on within minutes with a promise, and closes it a while after it
 * is right again. Every message is heard at once. Counts who was paged when.
 */
final class Shift {
  /**
   * A message to a person that is about a major or critical alert, but for that it is over.
   *
   * @param said what it says, of one alert or of several that go together
   */
  record Page(Instant at, PersonId to, List<NotificationStep> said) {
    boolean isAbout(Set<AlertId> alerts) {
      return said.stream().map(NotificationStep::alert).anyMatch(alerts::contains);
    }

    String steps() {
      return said.stream().map(NotificationStep::step).collect(Collectors.joining("+"));
    }
  }

  static final Duration TAKES_ON_WITHIN = Duration.ofMinutes(3);
  static final Duration PROMISES = Duration.ofMinutes(60);
  static final Duration CLOSES_AFTER = Duration.ofMinutes(20);
  static final Duration IN_TIME = Duration.ofMinutes(2);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final PersonId NOBODY = PersonId.of("nobody");

  /** What somebody does about a thing that is still wrong when the promised time is there. */
  enum Habit {
    /** Waits for the repair, and hears of it. */
    WAITS,
    /**
     * Has saved the food, put the machine out of use and called for a repair: closes with that. Of
     * a line or a supply says anew until when, with what the supplier says.
     */
    ACTS
  }

  private record News(Instant at, Finding finding) {}

  private final Site site;
  private final AlertDesk desk;
  private final Courier courier;
  private final List<Page> pages = new ArrayList<>();
  private final Map<AlertId, Instant> toTake = new LinkedHashMap<>();
  private final Map<AlertId, PersonId> by = new HashMap<>();
  private final Habit habit;

  private Shift(Habit habit, Site site, Function<RuleId, @Nullable RuleCard> cards) {
    this.habit = habit;
    this.site = site;
    this.desk =
        new AlertDesk(
            new AlertBook(cards, () -> site),
            new NotificationPolicy(Rhythm.DEFAULT),
            new NoDisk(),
            () -> site);
    this.courier = new Courier(BackOff.DEFAULT, desk::urgency, channel -> Allowance.UNLIMITED);
  }

  /** Plays a month through. */
  static Shift work(
      Habit habit, Site site, List<Episode> episodes, Function<RuleId, @Nullable RuleCard> cards) {
    Shift shift = new Shift(habit, site, cards);
    shift.play(news(episodes));
    return shift;
  }

  List<Page> pages() {
    return List.copyOf(pages);
  }

  List<Alert> alerts() {
    return desk.find(Filter.ALL);
  }

  /** Every page on a line of its own: when, to whom, of what. */
  List<String> lines() {
    return pages.stream()
        .map(
            page ->
                page.said().stream()
                    .map(
                        said -> alert(said).rule() + "/" + alert(said).device() + " " + said.step())
                    .collect(
                        Collectors.joining(
                            " + ",
                            site.local(page.at()).toLocalDateTime() + " " + page.to() + " ",
                            "")))
        .toList();
  }

  Life life(AlertId alert) {
    return desk.life(alert).orElseThrow();
  }

  List<AlertStep> steps(AlertId alert) {
    return life(alert).steps();
  }

  /** Pages by day of the site and person. */
  Map<String, Integer> byPersonDay() {
    Map<String, Integer> days = new TreeMap<>();
    pages.forEach(
        page -> days.merge(site.local(page.at()).toLocalDate() + " " + page.to(), 1, Integer::sum));
    return days;
  }

  private static List<News> news(List<Episode> episodes) {
    List<News> all = new ArrayList<>();
    for (Episode episode : episodes) {
      List<Episode.Step> steps = episode.steps();
      Episode open = begun(episode);
      all.add(new News(episode.raisedAt(), new Finding.Breached(open)));
      for (Episode.Step step : steps.subList(Math.min(1, steps.size()), steps.size())) {
        open = open.worsened(step, episode.evidence());
        all.add(new News(step.at(), new Finding.Worsened(open)));
      }
      Episode last = open;
      episode
          .until()
          .ifPresent(end -> all.add(new News(end, new Finding.Recovered(last.ended(end)))));
    }
    all.sort(Comparator.comparing(News::at));
    return all;
  }

  private static Episode begun(Episode e) {
    var severity = e.steps().isEmpty() ? e.severity() : e.steps().get(0).severity();
    return new Episode(
        e.rule(),
        e.device(),
        severity,
        e.since(),
        e.raisedAt(),
        Optional.empty(),
        e.evidence(),
        e.steps().stream().limit(1).toList(),
        e.frozen(),
        true);
  }

  private void play(List<News> news) {
    Deque<News> left = new ArrayDeque<>(news);
    Instant now = left.isEmpty() ? Instant.EPOCH : left.getFirst().at();
    Instant end = left.isEmpty() ? now : left.getLast().at().plus(Duration.ofDays(1));
    while (now.isBefore(end)) {
      while (!left.isEmpty() && !left.getFirst().at().isAfter(now)) {
        News next = left.removeFirst();
        hear(desk.on(new Findings(List.of(next.finding())), next.at()), next.at());
      }
      // The desk ticks each second; five seconds after news is when what was held back is due.
      hear(desk.onTick(now.plusSeconds(5)), now.plusSeconds(5));
      act(now);
      now = now.plus(TICK);
    }
  }

  private void act(Instant now) {
    for (Map.Entry<AlertId, Instant> each : Map.copyOf(toTake).entrySet()) {
      if (!each.getValue().plus(TAKES_ON_WITHIN).isAfter(now)) {
        toTake.remove(each.getKey());
        PersonId who = by.getOrDefault(each.getKey(), NOBODY);
        say(new Acknowledge(each.getKey(), who, PROMISES, ""), now);
      }
    }
    if (habit == Habit.ACTS) {
      for (Alert alert : desk.standing()) {
        boolean due = alert.promisedAt().filter(at -> !at.minus(IN_TIME).isAfter(now)).isPresent();
        PersonId owner = alert.owner().orElse(NOBODY);
        if (due && !isMachine(alert)) {
          say(new Promise(alert.id(), owner, PROMISES, "the supplier comes", DAY), now);
        } else if (due) {
          Optional<String> why = Optional.of("food saved, out of use, repair ordered");
          say(new Close(alert.id(), owner, "equipment", "out of use", why), now);
        }
      }
    }
    for (Alert alert : desk.find(RESOLVED)) {
      if (alert.resolvedAt().filter(at -> !at.plus(CLOSES_AFTER).isAfter(now)).isPresent()
          && alert.owner().isPresent()) {
        PersonId owner = alert.owner().get();
        say(new Close(alert.id(), owner, "equipment", "repaired", Optional.empty()), now);
      }
    }
  }

  /** What can be put out of use; a line or a supply is waited for. */
  private static boolean isMachine(Alert alert) {
    String rule = alert.rule().value();
    return !rule.startsWith("SYS-") && !rule.equals("ELE-02");
  }

  private static final Filter RESOLVED =
      new Filter(
          java.util.Set.of(AlertState.RESOLVED),
          java.util.Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private void say(Act act, Instant now) {
    hear(desk.on(act, now), now);
  }

  private void hear(AlertDesk.Turn turn, Instant now) {
    turn.requests().forEach(courier::take);
    for (List<Post> due = courier.due(now); !due.isEmpty(); due = courier.due(now)) {
      for (Post post : due) {
        heard(post.requests());
        desk.onOutcomes(courier.done(post, new Receipt.Sent("heard"), now), now);
      }
    }
  }

  private void heard(List<NotificationStep> said) {
    List<NotificationStep> paging = said.stream().filter(asked -> pages(alert(asked))).toList();
    paging.stream()
        .flatMap(asked -> to(asked).stream().map(who -> new Page(asked.at(), who, paging)))
        .distinct()
        .forEach(pages::add);
    for (NotificationStep asked : paging) {
      if (alert(asked).state() == AlertState.OPEN) {
        toTake.putIfAbsent(asked.alert(), asked.at());
        by.put(asked.alert(), to(asked).get(0));
      }
    }
  }

  private static boolean pages(Alert alert) {
    return alert.severity().pages() && alert.state().isStanding();
  }

  private Alert alert(NotificationStep asked) {
    return life(asked.alert()).alertAt(asked.at());
  }

  private List<PersonId> to(NotificationStep asked) {
    List<PersonId> to = Rota.toAct(site, alert(asked), asked.step(), asked.at());
    return to.isEmpty() ? List.of(NOBODY) : to;
  }
}
