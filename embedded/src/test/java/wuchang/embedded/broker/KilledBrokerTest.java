package wuchang.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerTest {
  private static final int ENOUGH = 2_000;

  @TempDir Path dir;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Semaphore inFlight = new Semaphore(200);

  @Test
  void what_was_acknowledged_is_there_after_kill_9() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(dir);
        TestClient site =
            TestClient.connect("tcp://127.0.0.1:" + broker.port(), "pub", "site", "p")) {
      Thread publisher = new Thread(() -> publishUntilRefused(site));
      publisher.start();
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
      broker.kill();
      publisher.join();
    }

    Set<String> missing = new HashSet<>(acknowledged);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerProcess.config(dir));
        TestClient server =
            TestClient.connect("tcp://127.0.0.1:" + broker.port(), "srv", "server", "s")) {
      server.subscribe("wuchang/east/+/telemetry");
      while (!missing.isEmpty()) {
        missing.remove(server.next().text()); // fails when nothing more comes
      }
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
  }

  private MqttActionListener counting(String payload) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        acknowledged.add(payload);
        inFlight.release();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        inFlight.release();
      }
    };
  }

  private void publishUntilRefused(TestClient site) {
    try {
      for (int serial = 0; ; serial++) {
        inFlight.acquire();
        String payload = "serial " + serial;
        // With the message: set afterwards, it may come too late to hear of the acknowledgement.
        site.send(
            "wuchang/east/d" + serial % 7 + "/telemetry",
            TestClient.message(payload),
            counting(payload));
      }
    } catch (MqttException | InterruptedException killed) {
      // that is what the test waits for
    }
  }
}
