package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.notify.NotificationPolicy;
import wuchang.alerts.notify.Rhythm;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Comment;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.journal.Batch;
import wuchang.domain.site.Site;

/** Whatever happens in whatever order: random days of a canteen, each from one seed. */
class AlertDeskProperties {
  private static final Site SITE =
      Canteen.site(Canteen.channel("group"), Canteen.channel("phone", Severity.CRITICAL));
  private static final Instant START = Canteen.time("00:00");
  private static final int TURNS = 60;

  /** One thing that comes in. */
  private interface Event {
    void on(AlertDesk desk, Instant now);
  }

  @Property(tries = 100)
  void folding_the_steps_of_a_run_gives_the_run_s_book(@ForAll long seed) {
    MemoryJournal journal = new MemoryJournal();
    AlertDesk desk = run(new Day(new Random(seed)).events(), journal);

    AlertDesk rebuilt = desk(journal);

    assertThat(view(rebuilt)).isEqualTo(view(desk));
    assertThat(rebuilt.pending()).isEqualTo(desk.pending());
  }

  @Property(tries = 100)
  void a_restart_at_any_moment_changes_nothing(@ForAll long seed) {
    List<Event> events = new Day(new Random(seed)).events();
    MemoryJournal undisturbed = new MemoryJournal();
    run(events, undisturbed);
    MemoryJournal disturbed = new MemoryJournal();
    Random when = new Random(seed + 1);

    AlertDesk desk = desk(disturbed);
    Instant now = START;
    for (Event event : events) {
      now = now.plusSeconds(97);
      event.on(desk, now);
      desk = when.nextInt(4) == 0 ? desk(disturbed) : desk;
    }

    assertThat(disturbed.batches()).isEqualTo(undisturbed.batches());
  }

  @Property(tries = 100)
  void a_journal_that_fails_now_and_then_loses_and_doubles_nothing(@ForAll long seed) {
    List<Event> events = new Day(new Random(seed)).events();
    MemoryJournal reliable = new MemoryJournal();
    run(events, reliable);
    MemoryJournal flaky = new MemoryJournal();
    Random when = new Random(seed + 1);

    AlertDesk desk = desk(flaky);
    Instant now = START;
    for (Event event : events) {
      now = now.plusSeconds(97);
      flaky.failing(when.nextInt(3) == 0);
      try {
        event.on(desk, now);
      } catch (java.io.UncheckedIOException e) {
        flaky.failing(false);
        event.on(desk, now);
      }
      flaky.failing(false);
    }

    assertThat(kinds(flaky)).isEqualTo(kinds(reliable));
  }

  @Property(tries = 100)
  void there_is_one_alert_for_an_episode_however_often_it_is_told(@ForAll long seed) {
    Random random = new Random(seed);
    Day day = new Day(random);
    List<Event> events = day.events();
    List<Event> repeated = new ArrayList<>();
    for (Event event : events) {
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        repeated.add(event);
      }
    }
    MemoryJournal journal = new MemoryJournal();
    AlertDesk desk = run(repeated, journal);

    Set<String> open = new HashSet<>();
    for (Alert alert : desk.standing()) {
      String name = alert.rule() + "/" + alert.device() + "/" + alert.since();
      assertThat(open.add(name)).as("one open alert of " + name).isTrue();
    }
    assertThat(Episodes.begun(journal.alertSteps())).isEqualTo(day.episodesTold.size());
  }

  @Property(tries = 100)
  void nothing_is_said_twice_and_the_end_only_after_the_beginning(@ForAll long seed) {
    MemoryJournal journal = new MemoryJournal();
    run(new Day(new Random(seed)).events(), journal);

    Set<String> said = new HashSet<>();
    Map<String, String> first = new HashMap<>();
    for (NotificationStep step : journal.notifications()) {
      if (step.outcome() == Outcome.REQUESTED) {
        String where = step.alert() + "@" + step.channel();
        assertThat(said.add(where + " " + step.step())).as("once: " + step).isTrue();
        first.putIfAbsent(where, step.step());
      }
    }
    assertThat(first.values())
        .allMatch(step -> step.matches("(opened|reopened|worsened|reminder|overdue).*"));
  }

  private static AlertDesk run(List<Event> events, MemoryJournal journal) {
    AlertDesk desk = desk(journal);
    Instant now = START;
    for (Event event : events) {
      now = now.plusSeconds(97);
      event.on(desk, now);
    }
    return desk;
  }

  private static AlertDesk desk(MemoryJournal journal) {
    return new AlertDesk(
        new AlertBook(Canteen::card, () -> SITE),
        new NotificationPolicy(Rhythm.DEFAULT),
        journal,
        () -> SITE);
  }

  private static List<Object> view(AlertDesk desk) {
    List<Object> view = new ArrayList<>();
    for (Alert alert : desk.find(Filter.ALL)) {
      view.add(desk.show(alert.id()).orElseThrow());
    }
    view.add(desk.standing());
    return view;
  }

  /** What was decided, without the millisecond by which a second attempt is later. */
  private static List<String> kinds(MemoryJournal journal) {
    List<String> kinds = new ArrayList<>();
    for (Batch batch : journal.batches()) {
      batch.alertSteps().forEach(step -> kinds.add(step.kind() + " " + step.alert().id()));
      batch.notifications().forEach(step -> kinds.add(step.step() + " " + step.channel()));
    }
    return kinds;
  }

  /** Makes up a day as the rules and people could make it: consistent, but in no kind order. */
  private static final class Day {
    private static final List<RuleId> RULES = List.of(Canteen.FRG, Canteen.DOOR);
    private static final List<DeviceId> DEVICES = List.of(Canteen.FRIDGE, Canteen.OTHER_FRIDGE);

    private final Random random;
    private final Map<String, Episode> current = new HashMap<>();
    private final Set<String> episodesTold = new HashSet<>();

    Day(Random random) {
      this.random = random;
    }

    List<Event> events() {
      List<Event> events = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        Instant at = START.plusSeconds(97L * (turn + 1));
        events.add(
            switch (random.nextInt(8)) {
              case 0, 1 -> (desk, now) -> desk.onTick(now);
              case 2 -> act(random.nextInt(3), random.nextInt(5));
              case 3 -> outcomes(random.nextInt(3));
              default -> findings(at);
            });
      }
      return events;
    }

    private Event findings(Instant at) {
      List<Finding> findings = new ArrayList<>();
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        findings.add(finding(at));
      }
      Findings message = new Findings(findings);
      return (desk, now) -> desk.on(message, now);
    }

    private Finding finding(Instant at) {
      RuleId rule = RULES.get(random.nextInt(RULES.size()));
      DeviceId device = DEVICES.get(random.nextInt(DEVICES.size()));
      String place = rule + "/" + device;
      Episode episode = current.get(place);
      if (episode == null) {
        return told(place, begin(rule, device, at));
      }
      return switch (random.nextInt(6)) {
        case 0 -> new Finding.Worsened(keep(place, worse(episode)));
        case 1 -> new Finding.Confirmed(keep(place, Episodes.live(episode, true)));
        case 2 -> revised(place, episode);
        case 3 -> new Finding.Breached(episode);
        default -> {
          current.remove(place);
          yield new Finding.Recovered(Episodes.until(episode, at));
        }
      };
    }

    private Episode begin(RuleId rule, DeviceId device, Instant at) {
      Instant since = at.minus(Duration.ofMinutes(30)).plusMillis(episodesTold.size());
      return Episodes.live(Canteen.episode(rule, device, since), random.nextInt(4) > 0);
    }

    private Finding told(String place, Episode episode) {
      episodesTold.add(place + episode.since());
      return new Finding.Breached(keep(place, episode));
    }

    private Finding revised(String place, Episode episode) {
      Episode after = Episodes.since(episode, episode.since().minusSeconds(1 + random.nextInt(60)));
      return new Finding.Revised(episode, Optional.of(keep(place, after)));
    }

    private Episode keep(String place, Episode episode) {
      current.put(place, episode);
      return episode;
    }

    private static Episode worse(Episode episode) {
      return Episodes.severity(
          episode, episode.severity() == Severity.WARNING ? Severity.MAJOR : Severity.CRITICAL);
    }

    private static Event act(int which, int kind) {
      return (desk, now) -> {
        List<Alert> all = desk.find(Filter.ALL);
        if (all.size() > which) {
          desk.on(act(all.get(which).id(), kind), now);
        }
      };
    }

    private static Act act(AlertId alert, int kind) {
      PersonId by = Canteen.ZHANG;
      return switch (kind) {
        case 0 -> new Close(alert, by, "equipment", "修", Optional.of("看过"));
        case 1 -> new Comment(alert, by, "看过");
        default -> new Acknowledge(alert, by, Duration.ofMinutes(30), "");
      };
    }

    private static Event outcomes(int kind) {
      return (desk, now) ->
          desk.onOutcomes(
              desk.pending().stream()
                  .map(
                      asked ->
                          new NotificationStep(
                              asked.alert(),
                              asked.step(),
                              asked.channel(),
                              kind == 0 ? Outcome.FAILED : Outcome.SENT,
                              "",
                              now))
                  .toList(),
              now);
    }
  }
}
