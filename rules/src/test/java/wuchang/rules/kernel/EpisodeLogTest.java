package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Finding;

/** What is told of a device's episodes is what has changed since it was last asked. */
class EpisodeLogTest {
  private static final @Nullable Episode[] NONE_OPEN = {};

  private final EpisodeLog log = new EpisodeLog();

  @Test
  void a_new_episode_is_a_breach_and_one_that_is_over_recovers_at_once() {
    log.put(episode("A", 10));
    log.put(episode("B", 5).ended(at(8)));

    assertThat(told()).containsExactly("Breached B 5", "Recovered B 5", "Breached A 10");
    assertThat(told()).isEmpty();
  }

  @Test
  void what_ends_recovers_and_is_no_breach_again() {
    log.put(episode("A", 10));
    told();
    log.put(episode("A", 10).ended(at(20)));

    assertThat(told()).containsExactly("Recovered A 10");
  }

  @Test
  void what_began_before_is_left_out() {
    log.put(episode("A", 10));
    log.put(episode("B", 11));

    assertThat(log.changes(at(11)).stream().map(EpisodeLogTest::plain))
        .containsExactly("Breached B 11");
  }

  @Test
  void written_again_as_it_was_it_is_no_news_however_soon_it_was_known() {
    log.put(episode("A", 10).confirmed());
    told();
    log.put(history("A", 10));

    assertThat(told()).isEmpty();
    assertThat(log.all().get(0).live()).as("what was told live stays so").isTrue();
    assertThat(log.isQuiet()).isTrue();
  }

  @Test
  void history_that_goes_on_is_confirmed() {
    log.put(history("A", 10));
    assertThat(told()).containsExactly("Breached A 10");
    assertThat(log.openHistory()).hasSize(1);
    assertThat(log.isQuiet()).isFalse();

    log.put(history("A", 10).confirmed());

    assertThat(told()).containsExactly("Confirmed A 10");
    assertThat(log.openHistory()).isEmpty();
    assertThat(log.isQuiet()).isTrue();
  }

  @Test
  void history_that_is_over_is_not_open() {
    log.put(history("B", 5));
    log.put(history("A", 10).ended(at(20)));
    assertThat(log.openHistory()).extracting(Episode::rule).containsExactly(RuleId.of("B"));

    log.put(history("B", 5).ended(at(7)));
    assertThat(log.openHistory()).isEmpty();
  }

  @Test
  void history_that_ended_when_it_was_confirmed_only_recovers() {
    log.put(history("A", 10));
    told();
    log.put(history("A", 10).confirmed().ended(at(30)));

    assertThat(told()).containsExactly("Recovered A 10");
  }

  @Test
  void a_higher_severity_worsens_and_a_lower_one_revises() {
    log.put(episode("A", 10));
    told();
    Episode worse =
        episode("A", 10).worsened(new Episode.Step(Severity.CRITICAL, at(15)), Evidence.NONE);
    log.put(worse);
    assertThat(told()).containsExactly("Worsened A 10");

    log.put(episode("A", 10));
    assertThat(told()).containsExactly("Revised A 10");
  }

  @Test
  void other_evidence_another_instant_or_other_steps_revise() {
    log.put(episode("A", 10));
    told();
    log.put(with(episode("A", 10), 10, Evidence.NONE.with("value", 3L), 0));
    assertThat(told()).containsExactly("Revised A 10");

    log.put(with(episode("A", 10), 12, Evidence.NONE.with("value", 3L), 0));
    assertThat(told()).containsExactly("Revised A 10");

    log.put(with(episode("A", 10), 12, Evidence.NONE.with("value", 3L), 60));
    assertThat(told()).containsExactly("Revised A 10");
  }

  @Test
  void graver_but_raised_at_another_instant_is_revised() {
    log.put(episode("A", 10));
    told();
    Episode graver =
        episode("A", 10).worsened(new Episode.Step(Severity.CRITICAL, at(15)), Evidence.NONE);
    log.put(with(graver, 11, Evidence.NONE, 0));

    assertThat(told()).containsExactly("Revised A 10");
  }

  @Test
  void another_end_of_what_was_over_revises() {
    log.put(episode("A", 10).ended(at(20)));
    told();
    log.put(episode("A", 10).ended(at(25)));

    assertThat(told()).containsExactly("Revised A 10");
  }

  @Test
  void the_steps_of_what_was_told_before_a_restart_are_not_compared() {
    Episode told = episode("A", 10);
    log.told(again(told, told.raisedAt(), Evidence.NONE, List.of(), 99, true));
    log.put(told);

    assertThat(told()).isEmpty();
  }

  @Test
  void judged_again_from_an_instant_what_was_raised_after_it_is_withdrawn() {
    log.put(episode("A", 10));
    log.put(episode("B", 11));
    told();
    log.rewind(at(10).toEpochMilli(), NONE_OPEN);

    assertThat(told()).containsExactly("Revised B 11");
    assertThat(log.all()).extracting(Episode::rule).containsExactly(RuleId.of("A"));
  }

  @Test
  void judged_again_what_stood_open_then_stands_as_it_was() {
    log.put(episode("A", 10).ended(at(30)));
    told();
    log.rewind(at(20).toEpochMilli(), new @Nullable Episode[] {null, episode("A", 10)});

    assertThat(log.all()).containsExactly(episode("A", 10));
    log.put(episode("A", 10).ended(at(30)));
    assertThat(told()).isEmpty();
  }

  @Test
  void withdrawn_history_is_no_longer_open() {
    log.put(history("A", 10));
    told();
    log.rewind(at(5).toEpochMilli(), NONE_OPEN);
    told();

    assertThat(log.isQuiet()).isTrue();
  }

  @Test
  void an_episode_that_is_gone_and_one_that_touches_it_are_one_seen_anew() {
    log.put(episode("A", 10).ended(at(20)));
    told();
    log.rewind(at(5).toEpochMilli(), NONE_OPEN);
    log.put(episode("A", 20).ended(at(30)));

    List<Finding> findings = log.changes(Instant.MIN);

    assertThat(findings).hasSize(1);
    assertThat(((Finding.Revised) findings.get(0)).after()).contains(log.all().get(0));
  }

  @Test
  void one_that_does_not_touch_it_or_is_of_another_rule_is_another() {
    log.put(episode("A", 10).ended(at(20)));
    told();
    log.rewind(at(5).toEpochMilli(), NONE_OPEN);
    log.put(episode("A", 21).ended(at(30)));
    log.put(episode("B", 15));
    log.put(episode("A", 2).ended(at(9)));

    assertThat(told())
        .containsExactly(
            "Breached A 2",
            "Recovered A 2",
            "Revised A 10",
            "Breached B 15",
            "Breached A 21",
            "Recovered A 21");
  }

  @Test
  void an_open_one_seen_anew_as_over_recovers() {
    log.put(episode("A", 10));
    told();
    log.rewind(at(5).toEpochMilli(), NONE_OPEN);
    log.put(episode("A", 12).ended(at(30)));

    assertThat(told()).containsExactly("Revised A 10", "Recovered A 12");
  }

  @Test
  void what_ended_long_ago_is_forgotten_once_all_is_told() {
    log.put(episode("A", 10).ended(at(20)));
    log.put(episode("B", 10).ended(at(21)));
    log.put(episode("C", 10));
    log.forgetBefore(at(21).toEpochMilli());
    assertThat(log.all()).hasSize(3);
    assertThat(log.hasChanges()).isTrue();

    told();
    assertThat(log.hasChanges()).isFalse();
    log.forgetBefore(at(21).toEpochMilli());
    assertThat(log.all()).extracting(e -> e.rule().value()).containsExactly("B", "C");
  }

  private List<String> told() {
    return log.changes(Instant.MIN).stream().map(EpisodeLogTest::plain).toList();
  }

  private static String plain(Finding finding) {
    Episode episode =
        finding instanceof Finding.Revised revised ? revised.before() : finding.episode();
    return "%s %s %d"
        .formatted(
            finding.getClass().getSimpleName(),
            episode.rule(),
            Duration.between(at(0), episode.since()).toMinutes());
  }

  private static Episode history(String rule, int since) {
    Episode live = episode(rule, since);
    return again(live, live.raisedAt(), live.evidence(), live.steps(), 0, false);
  }

  private static Episode with(Episode of, int raisedAt, Evidence evidence, long frozen) {
    return again(of, at(raisedAt), evidence, of.steps(), frozen, true);
  }

  private static Episode again(
      Episode of,
      Instant raisedAt,
      Evidence evidence,
      List<Episode.Step> steps,
      long frozen,
      boolean live) {
    return new Episode(
        of.rule(),
        of.device(),
        of.severity(),
        of.since(),
        raisedAt,
        of.until(),
        evidence,
        steps,
        Duration.ofSeconds(frozen),
        live);
  }

  private static Episode episode(String rule, int since) {
    return new Episode(
        RuleId.of(rule),
        DeviceId.of("fridge"),
        Severity.MAJOR,
        at(since),
        at(since),
        Optional.empty(),
        Evidence.NONE,
        List.of(new Episode.Step(Severity.MAJOR, at(since))),
        Duration.ZERO,
        true);
  }

  private static Instant at(int minute) {
    return Instant.ofEpochSecond(60L * minute);
  }
}
