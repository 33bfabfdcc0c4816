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
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.AlertDesk;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.notify.NotificationPolicy;
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
import wuchang.domain.alert.NotificationStep.Outcome;
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
  /** A message about a major or critical alert, but for that it is over. */
  record Page(Instant at, PersonId to, AlertId alert, String step) {}

  static final Duration TAKES_ON_WITHIN = Duration.ofMinutes(3);
  static final Duration PROMISES = Duration.ofMinutes(60);
  static final Duration CLOSES_AFTER = Duration.ofMinutes(20);
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

  /** Every page on a line of its own: when, to whom, of what, why. */
  List<String> lines() {
    Map<AlertId, Alert> known = new HashMap<>();
    alerts().forEach(alert -> known.put(alert.id(), alert));
    return pages.stream()
        .map(
            page ->
                "%s %s %s/%s %s"
                    .formatted(
                        site.local(page.at()).toLocalDateTime().withNano(0),
                        page.to(),
                        known.get(page.alert()).rule(),
                        known.get(page.alert()).device(),
                        page.step()))
        .toList();
  }

  List<AlertStep> steps(AlertId alert) {
    return desk.life(alert).orElseThrow().steps();
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
        boolean due = alert.promisedAt().filter(at -> !at.minus(TICK).isAfter(now)).isPresent();
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
    List<NotificationStep> outcomes = new ArrayList<>();
    for (NotificationStep asked : turn.requests()) {
      outcomes.add(
          new NotificationStep(
              asked.alert(), asked.step(), asked.channel(), Outcome.SENT, "heard", now));
      heard(asked);
    }
    desk.onOutcomes(outcomes, now);
  }

  private void heard(NotificationStep asked) {
    Alert alert = desk.life(asked.alert()).orElseThrow().alertAt(asked.at());
    if (!alert.severity().pages() || !alert.state().isStanding()) {
      return;
    }
    List<PersonId> to = Rota.toAct(site, alert, asked.step(), asked.at());
    (to.isEmpty() ? List.of(NOBODY) : to)
        .forEach(who -> pages.add(new Page(asked.at(), who, alert.id(), asked.step())));
    if (alert.state() == AlertState.OPEN) {
      toTake.putIfAbsent(alert.id(), asked.at());
      by.put(alert.id(), to.isEmpty() ? NOBODY : to.get(0));
    }
  }
}
