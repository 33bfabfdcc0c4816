package wuchang.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.mqtt.ToyBroker;

class DemoOnTheWireTest {
  private static final Instant ZERO = Instant.parse("2026-11-23T03:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path dir;

  @Test
  void the_demo_publishes_until_it_is_closed() throws Exception {
    Path notes = dir.resolve("demo.json");
    new Notebook(notes).write(new Notebook.Page(ZERO.minusSeconds(600), Map.of()));
    long begun = System.nanoTime();
    InstantSource clock = () -> ZERO.plusNanos(10 * (System.nanoTime() - begun));
    try (ToyBroker broker = new ToyBroker(100);
        Publisher publisher = Publisher.connect(broker.address(), serials -> {}, PATIENCE)) {
      DemoOptions options = new DemoOptions(1, 10, Optional.of(notes));
      DemoCanteen demo = DemoCanteen.publishing(EastCanteen.site(), publisher, clock, options);
      demo.start();
      await()
          .atMost(PATIENCE)
          .until(() -> broker.received().stream().anyMatch(m -> m.payload().contains("forced")));
      demo.close();
      assertThat(publisher.drain(PATIENCE)).isTrue();

      int after = broker.received().size();
      assertThat(after).isGreaterThan(100);
      assertThat(publisher.acknowledged()).isEqualTo(after);
      assertThat(new Notebook(notes).read().orElseThrow().time()).isAfter(ZERO);
      assertThat(demo.labels()).isNotEmpty();
    }
  }
}
