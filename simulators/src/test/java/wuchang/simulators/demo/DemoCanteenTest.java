package wuchang.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.reading.Metric;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.wire.Message;

@Timeout(60)
class DemoCanteenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant ZERO = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir Path dir;

  private final List<Message> sent = new ArrayList<>();

  /** Each look at it takes four seconds. */
  private Instant clock = ZERO;

  @Test
  void a_day_of_history_comes_first_then_live_and_never_the_future() throws Exception {
    play(new DemoOptions(1, 1_000, Optional.empty()), Duration.ofMinutes(5));

    int live = firstLive();
    assertThat(live).isGreaterThan(15_000);
    assertThat(sent.get(0).time())
        .isBetween(ZERO.minus(Duration.ofHours(24)), ZERO.minus(Duration.ofHours(23)));
    for (int i = 0; i < sent.size(); i++) {
      assertThat(isHistory(sent.get(i))).isEqualTo(i < live);
    }
    assertThat(sent.get(live).time()).isBetween(ZERO, ZERO.plusSeconds(30));
  }

  @Test
  void a_forced_gate_is_reported_within_seconds_of_going_live() throws Exception {
    play(new DemoOptions(2, 1_000, Optional.empty()), Duration.ofMinutes(5));

    Instant live = sent.get(firstLive()).time();
    Message forced =
        sent.subList(firstLive(), sent.size()).stream()
            .filter(message -> message.text().contains("forced_open"))
            .findFirst()
            .orElseThrow();
    assertThat(forced.topic()).isEqualTo("wuchang/east/gate-1/event");
    assertThat(Duration.between(live, forced.time())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void what_began_before_going_live_is_well_on_its_way() throws Exception {
    play(new DemoOptions(3, 1_000, Optional.empty()), Duration.ofMinutes(6));

    assertThat(highest("cabinet-1", ZERO.plusSeconds(240)))
        .as("above what no cabinet should reach, four minutes after going live")
        .isGreaterThan(160);
    assertThat(highest("fridge-2", ZERO)).as("an hour without compressor").isGreaterThan(8);
  }

  @Test
  void a_real_day_is_played_by_the_clock() throws Exception {
    play(new DemoOptions(4, 1_000, Optional.empty()), Duration.ofMinutes(2));

    List<Message> real = sent.stream().filter(m -> m.topic().contains("/real-fridge/")).toList();
    assertThat(real.size()).isBetween(1_435, 1_450);
    // 11:00 in the record is 11:00 in Shanghai, which is when the demo went live.
    Message at = real.stream().filter(m -> m.time().equals(ZERO)).findFirst().orElseThrow();
    assertThat(JSON.readTree(at.payload()).at("/values/power").doubleValue()).isZero();
  }

  @Test
  void the_next_start_goes_on_where_the_last_ended() throws Exception {
    Path notes = dir.resolve("demo.json");
    DemoOptions options = new DemoOptions(5, 1_000, Optional.of(notes));
    play(options, Duration.ofMinutes(3));
    Instant ended = Instant.parse(JSON.readTree(notes.toFile()).get("time").asText());
    double water = last(Metric.WATER_TOTAL);
    sent.clear();
    clock = clock.plus(Duration.ofMinutes(30));
    play(options, Duration.ofMinutes(3));

    assertThat(sent).allMatch(message -> message.time().isAfter(ended));
    assertThat(sent.get(0).time()).isBefore(ended.plusSeconds(60));
    assertThat(last(Metric.WATER_TOTAL)).isBetween(water, water + 5);
  }

  @Test
  void a_notebook_that_cannot_be_read_is_no_notebook() throws Exception {
    Path notes = Files.writeString(dir.resolve("demo.json"), "{\"time\": \"soon\"}");
    play(new DemoOptions(6, 1_000, Optional.of(notes)), Duration.ofMinutes(1));

    assertThat(sent.get(0).time()).isBefore(ZERO.minus(Duration.ofHours(23)));
  }

  @Test
  void a_clock_that_has_jumped_is_caught_up_with_as_history() throws Exception {
    Duration asleep = Duration.ofHours(2);
    play(new DemoOptions(7, 1_000, Optional.empty()), Duration.ofHours(3), asleep);

    Instant woke = ZERO.plus(Duration.ofMinutes(4)).plus(asleep);
    for (Message message : sent.subList(firstLive(), sent.size())) {
      boolean missed =
          message.time().isAfter(ZERO.plus(Duration.ofMinutes(6)))
              && message.time().isBefore(woke.minus(Duration.ofMinutes(7)));
      if (missed) {
        assertThat(isHistory(message)).as(message.text()).isTrue();
      }
    }
    assertThat(isHistory(sent.get(sent.size() - 1))).isFalse();
  }

  @Test
  void a_speed_that_is_none_is_refused() {
    assertThatThrownBy(() -> new DemoOptions(1, 0, Optional.empty())).hasMessageContaining("not 0");
  }

  private void play(DemoOptions options, Duration live) {
    play(options, live, Duration.ZERO);
  }

  /** Plays in this thread until something is said of so long after the start. */
  private void play(DemoOptions options, Duration live, Duration asleep) {
    Instant begin = clock;
    Instant end = begin.plus(live);
    InstantSource source =
        () -> {
          boolean jumps =
              clock.isAfter(begin.plusSeconds(240)) && clock.isBefore(begin.plus(asleep));
          clock = jumps ? clock.plus(asleep) : clock.plusSeconds(4);
          return clock;
        };
    DemoCanteen demo =
        new DemoCanteen(
            EastCanteen.site(),
            message -> {
              assertThat(message.time()).isBeforeOrEqualTo(clock);
              sent.add(message);
              if (message.time().isAfter(end)) {
                throw new InterruptedException("seen enough");
              }
            },
            source,
            options);

    assertThatThrownBy(demo::run).isInstanceOf(InterruptedException.class);
  }

  private int firstLive() throws Exception {
    for (int i = 0; i < sent.size(); i++) {
      if (!isHistory(sent.get(i))) {
        return i;
      }
    }
    throw new AssertionError("nothing was live");
  }

  private static boolean isHistory(Message message) throws Exception {
    return JSON.readTree(message.payload()).path("replay").asBoolean();
  }

  private double highest(String device, Instant by) throws Exception {
    double highest = Double.NEGATIVE_INFINITY;
    for (Message message : sent) {
      JsonNode celsius = JSON.readTree(message.payload()).at("/values/temperature");
      if (message.topic().contains("/" + device + "/")
          && !celsius.isMissingNode()
          && message.time().isBefore(by)) {
        highest = Math.max(highest, celsius.doubleValue());
      }
    }
    return highest;
  }

  private double last(Metric metric) throws Exception {
    double last = Double.NaN;
    for (Message message : sent) {
      JsonNode value = JSON.readTree(message.payload()).path("values").path(metric.name());
      last = value.isMissingNode() ? last : value.doubleValue();
    }
    return last;
  }
}
