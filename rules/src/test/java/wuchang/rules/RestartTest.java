package wuchang.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.ColdRoom.FRIDGE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;
import wuchang.rules.catalogue.Catalogue;

/** Rules that look far back find the same after a restart as without one. */
class RestartTest {
  private static final DeviceId METER = DeviceId.of("meter-1");
  private static final DeviceId CABINET = DeviceId.of("cabinet-1");

  /** A Monday noon at the site. */
  private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int DAY = 144;
  private static final int GOOD_DAYS = 14;

  @Test
  void the_third_time_in_a_week_is_a_repeat_though_the_first_two_were_before_a_restart() {
    List<Observation> past = new ArrayList<>();
    for (int step = 0; step < 5 * DAY; step++) {
      past.add(
          reading(
              FRIDGE, Metric.TEMPERATURE, step, (step % (2 * DAY) < 8 ? 14 : 3) + step % 5 / 10.0));
    }
    Site site = site(FRIDGE, DeviceKind.FRIDGE);

    List<String> straight = told("PRC-03", site, past, past.size());
    List<String> restarted = told("PRC-03", site, past, 4 * DAY - 1);

    assertThat(straight).isNotEmpty();
    assertThat(restarted).isEqualTo(straight);
  }

  @Test
  void what_was_left_on_for_three_nights_is_a_warning_whatever_restart_lies_between() {
    List<Observation> past = new ArrayList<>();
    for (int step = 0; step < (GOOD_DAYS + 4) * DAY; step++) {
      boolean night = step % DAY >= 60 && step % DAY < 102;
      double atNight = step < GOOD_DAYS * DAY ? 800 : 3000;
      past.add(reading(METER, Metric.POWER, step, night ? atNight : 5000));
    }
    Site site = site(METER, DeviceKind.ELECTRICITY_METER);

    List<String> straight = told("ELE-04", site, past, past.size());

    assertThat(straight).anyMatch(line -> line.endsWith("WARNING"));
    for (int cut = GOOD_DAYS * DAY + 30; cut < (GOOD_DAYS + 3) * DAY; cut += 149) {
      assertThat(told("ELE-04", site, past, cut)).as("cut at %d", cut).isEqualTo(straight);
    }
  }

  @Test
  void two_weeks_of_nights_are_known_after_a_restart_and_not_the_last_ones_only() {
    List<Observation> past = new ArrayList<>();
    for (int step = 0; step < (GOOD_DAYS + 1) * DAY; step++) {
      boolean night = step % DAY >= 60 && step % DAY < 102;
      // By the median of a fortnight 1300 W are allowed, by that of the last nights 1650 W.
      double atNight = step < 9 * DAY ? 800 : step < GOOD_DAYS * DAY ? 1100 : 1500;
      past.add(reading(METER, Metric.POWER, step, night ? atNight : 5000));
    }
    Site site = site(METER, DeviceKind.ELECTRICITY_METER);

    List<String> straight = told("ELE-04", site, past, past.size());

    assertThat(straight).hasSize(1);
    assertThat(told("ELE-04", site, past, GOOD_DAYS * DAY + 30)).isEqualTo(straight);
  }

  @Test
  void what_comes_from_before_all_that_was_read_again_makes_no_silence_after_it() {
    MemoryJournal journal = new MemoryJournal();
    MemoryHistory history = new MemoryHistory();
    for (int step = 0; step < 12 * DAY; step++) {
      history.stored.add(reading(FRIDGE, Metric.TEMPERATURE, step, 4 + step % 5 / 10.0));
    }
    Instant end = START.plus(STEP.multipliedBy(12 * DAY));
    Judge judge = judge(site(FRIDGE, DeviceKind.FRIDGE), journal, history);
    judge.rebuild(end);
    Instant early = START.plus(STEP).plusSeconds(30);
    Reading replayed =
        new Reading(FRIDGE, Metric.TEMPERATURE, early, 4, Flaw.NONE, Provenance.HISTORY, end);
    journal.append(Batch.of(List.of(replayed), List.of()));

    Judge.Look look = judge.look(end);
    List<Finding> findings = new ArrayList<>(look.findings().findings());
    findings.addAll(judge.tick(end.plusSeconds(70)));

    assertThat(findings).isEmpty();
    assertThat(look.tooLate()).containsEntry(FRIDGE, early);
  }

  @Test
  void a_disinfection_that_failed_is_told_with_the_reading_that_ends_it() {
    MemoryJournal journal = new MemoryJournal();
    Judge judge =
        judge(site(CABINET, DeviceKind.DISINFECTION_CABINET), journal, new MemoryHistory());
    judge.rebuild(START);
    for (int minute = 0; minute < 90; minute++) {
      double up = Math.min(26 + 4 * minute, 112);
      double celsius = minute <= 32 ? up : Math.max(30, 112 - 2 * (minute - 32));
      Instant at = START.plusSeconds(60L * minute);
      journal.append(
          Batch.of(List.of(Reading.of(CABINET, Metric.TEMPERATURE, at, celsius)), List.of()));
      List<Finding> found = judge.look(at).findings().findings();
      boolean failed = found.stream().anyMatch(f -> f.episode().rule().value().equals("DIS-01"));
      // 112 °C is its maximum; 10 K below it, five minutes of cooling later, it has ended.
      assertThat(failed).as("minute %d, %.0f °C", minute, celsius).isEqualTo(minute == 37);
    }
  }

  /** What is told of a rule in all, when a restart lies before an observation of the past. */
  private static List<String> told(String rule, Site site, List<Observation> past, int cut) {
    MemoryJournal journal = new MemoryJournal();
    MemoryHistory history = new MemoryHistory();
    Judge judge = judge(site, journal, history);
    judge.rebuild(START);
    List<Finding> findings = new ArrayList<>();
    for (int from = 0; from < past.size(); ) {
      int to = Math.min(from + 6, from < cut ? Math.min(cut, past.size()) : past.size());
      List<Observation> more = past.subList(from, to);
      Instant now = more.get(more.size() - 1).time();
      journal.append(Batch.of(more, List.of()));
      history.stored.addAll(more);
      journal.advance(Journal.Reader.STORE, journal.end());
      List<Finding> found = new ArrayList<>(judge.look(now).findings().findings());
      found.addAll(judge.tick(now));
      found.stream()
          .filter(Finding.Breached.class::isInstance)
          .forEach(
              f ->
                  journal.append(Batch.ofAlerts(List.of(ColdRoom.opened(f.episode())), List.of())));
      findings.addAll(found);
      from = to;
      if (from == cut) {
        judge.done();
        judge = judge(site, journal, history);
        findings.addAll(judge.rebuild(now));
      }
    }
    return findings.stream()
        .filter(f -> f instanceof Finding.Breached || f instanceof Finding.Worsened)
        .map(Finding::episode)
        .filter(episode -> episode.rule().value().equals(rule))
        .map(RestartTest::line)
        .toList();
  }

  private static String line(Episode episode) {
    return episode.since() + " " + episode.raisedAt() + " " + episode.severity();
  }

  private static Judge judge(Site site, MemoryJournal journal, MemoryHistory history) {
    return new Judge(Catalogue.shipped(), () -> site, journal, history);
  }

  private static Reading reading(DeviceId device, Metric metric, int step, double value) {
    return Reading.of(device, metric, START.plus(STEP.multipliedBy(step)), value);
  }

  private static Site site(DeviceId id, DeviceKind kind) {
    Device device =
        new Device(
            id,
            kind,
            AreaId.of("kitchen"),
            Text.same(id.value()),
            Optional.of(STEP),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of());
    // Nobody goes round here; that would be the repeat.
    return ColdRoom.site(
        device, Map.of(RuleId.of("PRC-01"), new RuleOverride(Optional.of(false), Map.of())));
  }
}
