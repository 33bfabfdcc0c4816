package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

class AllowancesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final DeviceId BAD = DeviceId.of("bad");
  private static final DeviceId GOOD = DeviceId.of("good");
  private static final Site SITE = Sites.east(everyMinute(BAD), everyMinute(GOOD));

  private final Map<Reason, Integer> counted = new EnumMap<>(Reason.class);
  private final Allowances allowances =
      new Allowances(() -> SITE, (reason, times) -> counted.merge(reason, times, Integer::sum));
  private final Sieve sieve = new Sieve(new Intake(() -> SITE), allowances);
  private int taken;
  private int refused;
  private int kept;

  @Test
  void a_hundred_times_its_rate_is_taken_and_noticed_within_minutes() {
    for (int i = 0; i < 1000; i++) {
      say(BAD, "{\"temperature\":4}", START.plusMillis(600L * i));
    }
    assertThat(taken).isEqualTo(1000);
    assertThat(floods(600)).extracting(Flood::device).containsExactly(BAD);
    assertThat(floods(600).get(0).since()).isBefore(START.plusSeconds(300));
    assertThat(floods(1200)).isEmpty();
  }

  @Test
  void what_goes_on_for_a_million_is_refused_and_the_others_are_not() {
    for (int i = 0; i < 1100; i++) {
      thousand(START.plusSeconds(i));
    }
    assertThat(taken).isBetween(1_000_000, 1_001_000);
    assertThat(kept).as("refusals").isBetween(90, 101);
    assertThat(counted.get(Reason.TOO_OFTEN)).isGreaterThan(90_000);
    assertThat(floods(1100).get(0).refused()).isGreaterThan(90_000);

    say(GOOD, "{\"temperature\":4}", START.plusSeconds(1100));
    assertThat(floods(1100)).extracting(Flood::device).containsExactly(BAD);
    assertThat(refused).isGreaterThan(90_000);
    int before = taken;
    say(BAD, "{\"temperature\":4}", START.plusSeconds(1100 + 3600));
    assertThat(taken).as("taken again after an hour").isEqualTo(before + 1);
  }

  @Test
  void a_night_of_backlog_at_once_is_neither_refused_nor_noticed() {
    say(BAD, values(START.minus(Duration.ofHours(12)), 710, 60), START);
    assertThat(taken).isEqualTo(710);
    assertThat(floods(1)).isEmpty();
  }

  @Test
  void history_is_no_fault_of_the_device() {
    for (int i = 0; i < 400; i++) {
      say(
          BAD,
          "{\"ts\":%d,\"replay\":true,\"values\":{\"temperature\":4}}"
              .formatted(START.toEpochMilli() - i),
          START);
    }
    assertThat(taken).isEqualTo(400);
    assertThat(floods(1)).isEmpty();
  }

  private void say(DeviceId device, String payload, Instant at) {
    Decoded decoded =
        sieve.decode(
            Incoming.of(
                "wuchang/east/" + device + "/telemetry", payload.getBytes(UTF_8), false, at));
    taken += decoded.observations().size();
    kept += decoded.rejected().size();
    refused = counted.getOrDefault(Reason.TOO_OFTEN, 0);
  }

  /** A thousand instants of the last second, which no decoder had to read. */
  private void thousand(Instant at) {
    List<Observation> said =
        IntStream.range(0, 1000)
            .<Observation>mapToObj(i -> Reading.of(BAD, Metric.TEMPERATURE, at.minusMillis(i), 4))
            .toList();
    Incoming incoming = Incoming.of("wuchang/east/bad/telemetry", new byte[] {1}, false, at);
    count(allowances.within(new Decoded("native", said, List.of(), List.of()), incoming));
  }

  private void count(Decoded decoded) {
    taken += decoded.observations().size();
    kept += decoded.rejected().size();
    refused = counted.getOrDefault(Reason.TOO_OFTEN, 0);
  }

  private List<Flood> floods(int seconds) {
    return allowances.floods(START.plusSeconds(seconds));
  }

  private static String values(Instant from, int many, int secondsApart) {
    StringBuilder array = new StringBuilder("[");
    for (int i = 0; i < many; i++) {
      long at = from.plusSeconds((long) i * secondsApart).toEpochMilli();
      array.append(i == 0 ? "" : ",").append("{\"ts\":").append(at);
      array.append(",\"values\":{\"temperature\":4}}");
    }
    return array.append("]").toString();
  }

  private static Device everyMinute(DeviceId id) {
    Device plain = Sites.device(id.value(), DeviceKind.FRIDGE);
    return new Device(
        id,
        plain.kind(),
        plain.area(),
        Text.same(id.value()),
        Optional.of(Duration.ofMinutes(1)),
        plain.gateway(),
        plain.circuit(),
        plain.traits(),
        plain.sources(),
        plain.rules());
  }
}
