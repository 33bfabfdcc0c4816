package wuchang.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.ColdRoom.FRIDGE;
import static wuchang.rules.ColdRoom.T0;
import static wuchang.rules.ColdRoom.at;
import static wuchang.rules.ColdRoom.batch;
import static wuchang.rules.ColdRoom.episode;
import static wuchang.rules.ColdRoom.opened;
import static wuchang.rules.ColdRoom.readings;
import static wuchang.rules.ColdRoom.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Finding;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;

class JudgeTest {
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryHistory history = new MemoryHistory();
  private Map<RuleId, RuleOverride> changed = Map.of();

  @Test
  void a_breach_under_way_at_a_kill_is_found_once_after_it() {
    journal.append(batch(0, 20, 12.0));
    Judge before = judge();
    before.rebuild(at(20));
    journal.append(batch(20, 45, 12.0));
    assertThat(before.look(at(45)).findings().findings()).hasSize(1);

    // Killed before the alerts had it: nothing was told.
    List<Finding> again = judge().rebuild(at(45));

    assertThat(again).singleElement().isInstanceOf(Finding.Breached.class);
    assertThat(again.get(0).episode().since()).isEqualTo(at(0));
    assertThat(again.get(0).episode().raisedAt()).isEqualTo(at(30));
  }

  @Test
  void what_was_told_before_a_kill_is_not_told_again() {
    journal.append(batch(0, 45, 12.0));
    Episode episode = judge().rebuild(at(45)).get(0).episode();
    journal.append(Batch.ofAlerts(List.of(opened(episode)), List.of()));

    assertThat(judge().rebuild(at(46))).isEmpty();
  }

  @Test
  void readings_come_from_the_store_and_from_what_it_has_not_got_yet() {
    history.stored.addAll(readings(0, 20, 12.0));
    journal.append(batch(0, 20, 12.0));
    journal.append(batch(20, 45, 12.0));
    journal.advance(Journal.Reader.STORE, 1);

    List<Finding> findings = judge().rebuild(at(45));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).episode().since()).isEqualTo(at(0));
  }

  @Test
  void an_open_breach_older_than_the_history_goes_on_and_ends() {
    Episode old = episode(T0.minus(Duration.ofDays(9)));
    journal.append(Batch.ofAlerts(List.of(opened(old)), List.of()));
    history.stored.addAll(readings(0, 30, 12.0));
    Judge judge = judge();

    assertThat(judge.rebuild(at(30))).isEmpty();
    journal.append(batch(30, 120, 3.0));

    assertThat(judge.look(at(120)).findings().findings())
        .singleElement()
        .isInstanceOf(Finding.Recovered.class)
        .satisfies(f -> assertThat(f.episode().since()).isEqualTo(old.since()));
  }

  @Test
  void starts_without_the_store_and_keeps_what_was_told() {
    Episode old = episode(T0.minus(Duration.ofHours(3)));
    journal.append(Batch.ofAlerts(List.of(opened(old)), List.of()));
    history.away = true;

    assertThat(judge().rebuild(at(0))).isEmpty();
  }

  @Test
  void silence_that_ended_while_nobody_looked_is_withdrawn() {
    history.stored.addAll(readings(0, 60, 4.0));
    Episode silent = silence(at(20), at(35));
    journal.append(Batch.ofAlerts(List.of(opened(silent)), List.of()));

    assertThat(judge().rebuild(at(60)))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Revised.class,
            revised -> {
              assertThat(revised.before().since()).isEqualTo(at(20));
              assertThat(revised.after()).isEmpty();
            });
  }

  @Test
  void a_device_that_sends_its_past_in_disorder_is_not_found_silent_meanwhile() {
    Judge judge = judge();
    Instant now = T0.plus(Duration.ofDays(5));
    judge.rebuild(now);
    assertThat(judge.tick(now.plusSeconds(3))).isEmpty();
    List<Observation> past = readings(0, 60, 4.0);
    List<Finding> findings = new ArrayList<>();
    for (int i : new int[] {0, 20, 1, 40, 2, 21}) {
      journal.append(Batch.of(List.of(past.get(i)), List.of()));
      findings.addAll(judge.look(now.plusSeconds(5)).findings().findings());
      findings.addAll(judge.tick(now.plusSeconds(6)));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void the_journal_keeps_what_something_was_found_in_until_that_is_told() {
    Judge judge = judge();
    Instant now = T0.plus(Duration.ofDays(5));
    judge.rebuild(now);
    long before = journal.position(Journal.Reader.RULES);
    journal.append(batch(0, 60, 12.0));

    assertThat(judge.look(now).findings().findings()).isEmpty();
    judge.done();
    assertThat(journal.position(Journal.Reader.RULES)).isEqualTo(before);

    assertThat(judge.tick(now.plusSeconds(60))).isNotEmpty();
    judge.done();
    assertThat(journal.position(Journal.Reader.RULES)).isEqualTo(journal.end());
  }

  @Test
  void a_past_too_old_for_memory_is_judged_from_the_store() {
    history.stored.addAll(readings(0, 60, 12.0));
    history.stored.addAll(readings(60, 180, 3.0));

    List<Finding> found = judge().deepPast(FRIDGE, T0, T0.plus(Duration.ofDays(20)));

    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isInstanceOf(Finding.Breached.class);
    assertThat(found.get(1)).isInstanceOf(Finding.Recovered.class);
    assertThat(found).allSatisfy(f -> assertThat(f.episode().live()).isFalse());
  }

  @Test
  void a_clock_that_runs_goes_on_when_rules_are_changed() {
    goesOnAfterReload(false);
  }

  @Test
  void a_clock_that_runs_goes_on_when_rules_are_changed_with_the_store_away() {
    goesOnAfterReload(true);
  }

  private void goesOnAfterReload(boolean away) {
    Judge judge = judge();
    judge.rebuild(at(0));
    journal.append(batch(0, 20, 12.0));
    judge.look(at(20));
    history.stored.addAll(readings(0, 20, 12.0));
    journal.advance(Journal.Reader.STORE, journal.end());
    history.away = away;
    changed =
        Map.of(
            RuleId.of("FRG-02"),
            new RuleOverride(Optional.empty(), Map.of("tolerate", Quantity.parse("5m"))));

    assertThat(judge.rebuild(at(20))).isEmpty();
    journal.append(batch(20, 31, 12.0));

    assertThat(judge.look(at(31)).findings().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.episode().rule().value()).isEqualTo("FRG-01"))
        .satisfies(f -> assertThat(f.episode().since()).isEqualTo(at(0)))
        .satisfies(f -> assertThat(f.episode().raisedAt()).isEqualTo(at(30)));
  }

  @Test
  void a_rule_says_at_any_instant_why_it_did_not_fire_or_did() {
    history.stored.addAll(readings(0, 20, 12.0));
    journal.append(batch(20, 45, 12.0));
    Hindsight hindsight = new Hindsight(Catalogue.shipped(), this::site, journal, history);

    Explanation pending = why(hindsight, "FRG-01", 25);
    assertThat(pending.clause()).isEqualTo(Explanation.Clause.TOLERATED);
    assertThat(pending.decisive().orElseThrow().wrongSince()).contains(at(0));
    assertThat(pending.decisive().orElseThrow().held()).isEqualTo(Duration.ofMinutes(25));
    assertThat(pending.decisive().orElseThrow().due()).contains(at(30));

    Explanation fired = why(hindsight, "FRG-01", 40);
    assertThat(fired.clause()).isEqualTo(Explanation.Clause.FIRING);
    assertThat(fired.episode()).isPresent();
    assertThat(fired.readings())
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualTo(12));

    assertThat(why(hindsight, "FRG-01", 57).clause()).isEqualTo(Explanation.Clause.FIRING);
    assertThat(why(hindsight, "FRG-02", 40).clause()).isEqualTo(Explanation.Clause.BETWEEN);
    assertThat(why(hindsight, "FRG-03", 40).clause()).isEqualTo(Explanation.Clause.RIGHT);
    assertThat(why(hindsight, "FRG-02", 57).clause()).isEqualTo(Explanation.Clause.NO_DATA);
    assertThat(why(hindsight, "DOOR-01", 40).clause()).isEqualTo(Explanation.Clause.NEVER_HEARD);
    assertThat(why(hindsight, "GAT-02", 40).clause()).isEqualTo(Explanation.Clause.NOT_IN_FORCE);
    assertThat(hindsight.why(FRIDGE, RuleId.of("NO-01"), at(40))).isEmpty();

    String version = fired.version();
    changed =
        Map.of(
            RuleId.of("FRG-01"),
            new RuleOverride(Optional.empty(), Map.of("tolerate", Quantity.parse("31m"))));
    assertThat(why(hindsight, "FRG-01", 40).version()).isNotEqualTo(version).hasSize(16);
    changed = Map.of();
    assertThat(why(hindsight, "FRG-01", 40).version()).isEqualTo(version);
  }

  private static Explanation why(Hindsight hindsight, String rule, int minute) {
    return hindsight.why(FRIDGE, RuleId.of(rule), at(minute)).orElseThrow();
  }

  @Test
  void a_day_is_covered_the_same_after_a_restart_in_it() {
    Judge straight = judge();
    straight.rebuild(at(0));
    journal.append(batch(0, 2000, 4.0));
    straight.look(at(2000));
    straight.tick(at(2000));
    List<Coverage> wanted = straight.coverage();

    Judge again = judge();
    again.rebuild(at(2000));
    again.tick(at(2000));

    // From eight in the morning at the site on, to midnight: all of it proven, and nothing before.
    assertThat(wanted)
        .filteredOn(c -> c.rule().value().equals("FRG-01") && c.period().isWholeDay())
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.compliant()).isEqualTo(Duration.ofHours(16));
              assertThat(day.unproven()).isEqualTo(Duration.ofHours(8));
            });
    assertThat(again.coverage()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void a_day_that_comes_too_late_for_memory_is_covered_from_the_store() {
    history.stored.addAll(readings(0, 3000, 4.0));
    Judge judge = judge();
    journal.append(batch(20_000, 29_000, 4.0));
    judge.rebuild(at(29_000));
    judge.tick(at(29_000));
    judge.coverage();

    judge.deepPast(FRIDGE, T0, at(29_000));

    assertThat(judge.coverage())
        .filteredOn(c -> c.rule().value().equals("FRG-01") && c.period().isWholeDay())
        .anySatisfy(day -> assertThat(day.compliant()).isEqualTo(Duration.ofDays(1)));
  }

  private Judge judge() {
    return new Judge(Catalogue.shipped(), this::site, journal, history);
  }

  private Site site() {
    return ColdRoom.site(changed);
  }
}
