package wuchang.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.mqtt.AckedFile;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.mqtt.ToyBroker;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.wire.WireHabits;

@Timeout(120)
class BroadcastTest {
  private static final Instant NOW = Instant.parse("2026-11-05T06:30:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void history_ends_now_is_marked_and_numbered() throws Exception {
    Stretch stretch = new Stretch(NOW.minusSeconds(1_800), NOW.plusSeconds(3_600));
    List<ToyBroker.Received> received = play(stretch, Speed.MAX, Simulation.FAST, () -> NOW);

    assertThat(received).hasSizeGreaterThan(300);
    assertThat(received).allSatisfy(m -> assertThat(m.payload()).contains("\"replay\":true"));
    assertThat(received).allSatisfy(m -> assertThat(newest(m)).isBeforeOrEqualTo(NOW));
    List<String> acked = Files.readAllLines(folder.resolve("acked"));
    assertThat(acked).hasSameSizeAs(received).contains("1", String.valueOf(received.size()));
    List<String> sent = Files.readAllLines(folder.resolve("sent"));
    assertThat(sent.get(0)).isEqualTo("serial,device,time");
    assertThat(sent)
        .hasSize(received.size() + 1)
        .last()
        .asString()
        .startsWith(received.size() + ",");
  }

  @Test
  void scaled_time_catches_up_with_now_and_becomes_news() throws Exception {
    Stretch stretch = new Stretch(NOW.minusSeconds(1_200), NOW.plusSeconds(120));
    AtomicInteger looks = new AtomicInteger();
    InstantSource clock = () -> NOW.plusSeconds(10L * looks.getAndIncrement());

    List<ToyBroker.Received> received = play(stretch, new Speed(100), Canteen.STEP, clock);

    assertThat(received.get(0).payload()).contains("replay");
    ToyBroker.Received last = received.get(received.size() - 1);
    assertThat(last.payload()).doesNotContain("replay");
    assertThat(newest(last)).isAfter(NOW).isBeforeOrEqualTo(stretch.to());
  }

  private List<ToyBroker.Received> play(
      Stretch stretch, Speed speed, Duration step, InstantSource clock) throws Exception {
    try (Crew crew = new Crew(2);
        ToyBroker broker = new ToyBroker(100);
        AckedFile acked = AckedFile.append(folder.resolve("acked"));
        SentFile sent = new SentFile(folder.resolve("sent"));
        Publisher publisher = Publisher.connect(broker.address(), acked, PATIENCE)) {
      Simulation simulation = new Simulation(scenario(), stretch, step, crew);
      Publishing publishing = new Publishing(1, OptionalDouble.of(1e6));
      Broadcast.Settings settings =
          new Broadcast.Settings(speed, publishing, Optional.of(sent), Progress.SILENT);
      long messages = new Broadcast(simulation, stretch, publisher, clock, settings).run();
      assertThat(broker.received()).hasSize((int) messages);
      return broker.received();
    }
  }

  private static Scenario scenario() {
    return new Scenario(
        EastCanteen.site(),
        Canteens.ONE,
        new Span(Optional.empty(), Duration.ofHours(1)),
        1,
        Speed.MAX,
        List.of(),
        List.of(),
        WireHabits.PERFECT,
        Map.of(),
        Map.of(),
        Publishing.USUAL);
  }

  private static Instant newest(ToyBroker.Received message) {
    String digits = message.payload().replaceFirst(".*\"ts\":(\\d+).*", "$1");
    return Instant.ofEpochMilli(Long.parseLong(digits));
  }
}
