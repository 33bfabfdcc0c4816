package wuchang.simulators.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the broker that most sites have. */
@Timeout(120)
class PublisherOnMosquittoTest {
  private static final int MESSAGES = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path dir;

  @Test
  void every_message_is_acknowledged_though_the_broker_is_killed_meanwhile() throws Exception {
    Optional<Path> program = Mosquitto.installed();
    assumeTrue(program.isPresent(), "left out: no mosquitto is installed on this machine");
    Path file = dir.resolve("acked");
    try (Mosquitto broker = Mosquitto.start(program.get(), dir);
        AckedFile acked = AckedFile.append(file);
        Publisher publisher = Publisher.connect(broker.address(), acked, PATIENCE)) {
      PublisherTest.publish(publisher, 1, MESSAGES / 2);
      broker.killAndRestart();
      PublisherTest.publish(publisher, MESSAGES / 2 + 1, MESSAGES);

      assertThat(publisher.drain(PATIENCE)).isTrue();
      assertThat(publisher.acknowledged()).isEqualTo(MESSAGES);
      assertThat(PublisherTest.serials(file)).isEqualTo(PublisherTest.upTo(MESSAGES));
    }
  }
}
