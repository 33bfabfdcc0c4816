package wuchang.app.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wuchang.alerts.notify.ChannelHealth;
import wuchang.alerts.words.Wording;
import wuchang.domain.DeviceId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Finding;
import wuchang.ingest.Flood;
import wuchang.journal.JournalState;

class SelfWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final long GB = 1L << 30;
  private static final JournalState WELL =
      new JournalState(1 << 20, 8 * GB, Optional.empty(), 50 * GB, 100 * GB);

  private final SelfWatch watch = new SelfWatch(List.of());

  @Test
  void says_nothing_of_a_system_that_is_well() {
    assertThat(look(signs(WELL), 0)).isEmpty();
    assertThat(look(signs(waiting(Duration.ofMinutes(14))), 60)).isEmpty();
  }

  @Test
  void tells_of_a_database_that_takes_nothing_long_before_the_journal_is_full() {
    look(signs(waiting(Duration.ofMinutes(15))), 0);
    List<Finding> told = look(signs(waiting(Duration.ofMinutes(16))), 60);
    assertThat(told).singleElement().isInstanceOf(Finding.Breached.class);
    assertThat(told.get(0).episode().since()).isEqualTo(NOON);
    assertThat(told.get(0).episode().severity()).isEqualTo(Severity.WARNING);

    List<Finding> worse = look(signs(held(5 * GB)), 70);

    assertThat(worse).singleElement().isInstanceOf(Finding.Worsened.class);
    assertThat(worse.get(0).episode().severity()).isEqualTo(Severity.MAJOR);
    assertThat(look(signs(held(6 * GB)), 80)).isEmpty();
  }

  @Test
  void tells_the_end_once_it_has_lasted_for_a_minute() {
    look(signs(held(3 * GB)), 0);
    assertThat(look(signs(held(3 * GB)), 60)).hasSize(1);
    assertThat(look(signs(WELL), 119)).isEmpty();
    assertThat(look(signs(WELL), 120)).singleElement().isInstanceOf(Finding.Recovered.class);
    assertThat(look(signs(WELL), 130)).isEmpty();
  }

  @Test
  void tells_again_what_could_not_be_told() {
    watch.look(signs(held(3 * GB)).complaints(NOON), NOON);
    for (int second : new int[] {60, 65}) {
      Instant at = NOON.plusSeconds(second);
      assertThat(watch.look(signs(held(3 * GB)).complaints(at), at)).hasSize(1);
    }
  }

  @Test
  void tells_of_a_disk_by_its_size() {
    assertThat(signs(disk(2 * GB, 100 * GB)).isDiskShort()).isFalse();
    assertThat(signs(disk(GB - 1, 100 * GB)).isDiskShort()).isTrue();
    assertThat(signs(disk(GB / 4, GB)).isDiskShort()).isFalse();
    assertThat(signs(disk(GB / 9, GB)).isDiskShort()).isTrue();
    assertThat(signs(disk(0, 0)).isDiskShort()).as("nothing is known of it").isFalse();
  }

  @Test
  void names_the_device_that_speaks_too_often_the_channel_and_why_nothing_is_taken_in() {
    Signs signs =
        new Signs(
            WELL,
            Optional.of("disk full"),
            List.of(new Flood(DeviceId.of("bad"), NOON, 0)),
            List.of(new ChannelHealth.Dead("group", NOON, "HTTP 503")));
    assertThat(signs.complaints(NOON))
        .extracting(Complaint::rule)
        .containsExactly(OwnRules.STOPPED, OwnRules.FLOOD, OwnRules.CHANNEL);
    assertThat(signs.complaints(NOON).get(1).evidence().facts()).containsKey("name");
  }

  @ParameterizedTest
  @EnumSource(OwnRules.class)
  void its_sentences_ask_for_nothing_that_is_not_there(OwnRules rule) {
    assertThat(
            Wording.unknownPlaceholders(
                rule.card(),
                Set.of("waiting", "share", "free", "name", "devices", "channels", "reply")))
        .isEmpty();
  }

  private List<Finding> look(Signs signs, int second) {
    Instant at = NOON.plusSeconds(second);
    List<Finding> findings = watch.look(signs.complaints(at), at);
    watch.told(findings);
    return findings;
  }

  private static Signs signs(JournalState journal) {
    return new Signs(journal, Optional.empty(), List.of(), List.of());
  }

  private static JournalState waiting(Duration waits) {
    return new JournalState(
        WELL.heldBytes(),
        WELL.mostBytes(),
        Optional.of(NOON.minus(waits)),
        WELL.diskFree(),
        WELL.diskSize());
  }

  private static JournalState held(long bytes) {
    return new JournalState(
        bytes, WELL.mostBytes(), Optional.empty(), WELL.diskFree(), WELL.diskSize());
  }

  private static JournalState disk(long free, long size) {
    return new JournalState(WELL.heldBytes(), WELL.mostBytes(), Optional.empty(), free, size);
  }
}
