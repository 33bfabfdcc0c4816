package wuchang.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static wuchang.ingest.mqtt.ScriptedBroker.Answer.KEPT_SESSION;
import static wuchang.ingest.mqtt.ScriptedBroker.Answer.NEW_SESSION;
import static wuchang.ingest.mqtt.ScriptedBroker.Answer.REFUSED;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import wuchang.ingest.Inbox;
import wuchang.ingest.mqtt.ScriptedBroker.Greeting;

/** What the source asks a broker for, by a broker that does as it is told here. */
class SessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void asks_for_a_session_that_outlasts_a_week_and_no_more_than_its_own_credit() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(NEW_SESSION);
        MqttSource source = connected(broker)) {
      Greeting greeting = broker.greetings().get(0);
      assertThat(greeting.cleanStart()).isFalse();
      assertThat(greeting.sessionExpiry()).isEqualTo(Duration.ofDays(7).toSeconds());
      assertThat(greeting.receiveMaximum()).isEqualTo(MqttSource.RECEIVE_MAXIMUM);
      assertThat(source.trouble()).isEmpty();
    }
  }

  @Test
  void subscribes_again_only_when_the_session_is_gone() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(NEW_SESSION, KEPT_SESSION, NEW_SESSION);
        MqttSource source = connected(broker)) {
      cut(broker, source, 2);
      assertThat(broker.subscribedOn()).containsExactly(1);
      cut(broker, source, 3);
      assertThat(broker.subscribedOn()).containsExactly(1, 3);
    }
  }

  @Test
  void a_server_that_starts_subscribes_although_the_broker_knows_it() throws Exception {
    // What it listens to may have changed since.
    try (ScriptedBroker broker = new ScriptedBroker(KEPT_SESSION);
        MqttSource source = connected(broker)) {
      assertThat(source.trouble()).isEmpty();
      assertThat(broker.subscribedOn()).containsExactly(1);
    }
  }

  @Test
  void tries_again_with_pauses_that_grow() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(REFUSED, REFUSED, REFUSED, NEW_SESSION);
        MqttSource source = connected(broker)) {
      assertThat(source.trouble()).isEmpty();
      List<Greeting> tries = broker.greetings();
      for (int i = 1; i < tries.size(); i++) {
        long pause = tries.get(i).nanos() - tries.get(i - 1).nanos();
        assertThat(TimeUnit.NANOSECONDS.toMillis(pause))
            .as("pause %d in ms", i)
            .isGreaterThanOrEqualTo(120L << (i - 1));
      }
      assertThat(tries).hasSize(4);
    }
  }

  private static void cut(ScriptedBroker broker, MqttSource source, int connection)
      throws Exception {
    broker.cutAll();
    await().atMost(PATIENCE).until(() -> broker.greetings().size() == connection);
    await().atMost(PATIENCE).until(() -> source.trouble().isEmpty());
  }

  private static MqttSource connected(ScriptedBroker broker) {
    MqttSource source =
        new MqttSource(
            BrokerAddress.of("tcp://127.0.0.1:" + broker.port()),
            Brokers.SUBSCRIPTIONS,
            new Inbox(),
            InstantSource.fixed(Instant.EPOCH),
            () -> {});
    source.start();
    await().atMost(PATIENCE).until(() -> source.trouble().isEmpty());
    return source;
  }
}
