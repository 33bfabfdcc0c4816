package wuchang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.journal.History.StoreUnavailable;

/** When days are closed, minute by minute of a time that is not waited for. */
class DayEndTest {
  private static final ZoneId WUHAN = ZoneId.of("Asia/Shanghai");

  /** Ten minutes to midnight in Wuhan. */
  private static final Instant START = Instant.parse("2026-11-30T15:50:00Z");

  private record Closed(Instant today, Instant cutoff, Instant now) {}

  private final List<Closed> closed = new ArrayList<>();
  private long journalled = 7;
  private long stored = 7;
  private Optional<RuntimeException> failure = Optional.empty();
  private final DayEnd dayEnd =
      new DayEnd(this::close, () -> journalled, () -> stored, () -> WUHAN);
  private Instant now = START;

  private Optional<ChainHead> close(Instant today, Instant cutoff, Instant at) {
    closed.add(new Closed(today, cutoff, at));
    failure.ifPresent(
        e -> {
          throw e;
        });
    return Optional.empty();
  }

  @Test
  void closes_up_to_what_cannot_be_under_way_and_looks_again_every_ten_minutes() {
    pass(Duration.ofMinutes(23));

    assertThat(minutes()).containsExactly(2L, 12L, 22L);
    assertThat(closed).allMatch(c -> c.cutoff().equals(c.now().minus(DayEnd.UNDER_WAY)));
    assertThat(closed.stream().map(Closed::today))
        .as("the site's midnight passes after ten minutes")
        .containsExactly(
            Instant.parse("2026-11-29T16:00:00Z"),
            Instant.parse("2026-11-30T16:00:00Z"),
            Instant.parse("2026-11-30T16:00:00Z"));
  }

  @Test
  void waits_for_the_store_and_keeps_the_cutoff_of_when_it_began_to_wait() {
    journalled = 9;
    pass(Duration.ofMinutes(5));
    assertThat(closed).isEmpty();

    journalled = 12;
    stored = 9;
    pass(Duration.ofMinutes(1));

    assertThat(closed).singleElement();
    assertThat(closed.get(0).cutoff()).isEqualTo(START);
  }

  @Test
  void tries_every_ten_minutes_while_the_store_is_away() {
    failure = Optional.of(new StoreUnavailable(new IllegalStateException("away")));

    pass(Duration.ofMinutes(33));

    assertThat(minutes()).containsExactly(2L, 12L, 22L, 32L);
  }

  @Test
  void tries_more_and_more_seldom_what_fails_and_as_before_when_it_has_succeeded() {
    failure = Optional.of(new IllegalStateException("no such column"));
    pass(Duration.ofHours(7));
    assertThat(minutes()).containsExactly(2L, 22L, 62L, 142L, 262L, 382L);

    failure = Optional.empty();
    closed.clear();
    pass(Duration.ofHours(2));

    assertThat(minutes()).containsExactly(502L, 512L, 522L, 532L);
  }

  private void pass(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(1)) {
      dayEnd.at(now);
    }
  }

  private List<Long> minutes() {
    return closed.stream().map(c -> Duration.between(START, c.now()).toMinutes()).toList();
  }
}
