package wuchang.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.embedded.broker.EmbeddedBroker;

class BrokerAddressTest {
  @Test
  void reads_user_and_password_and_shows_neither_secret() {
    BrokerAddress address = BrokerAddress.of("ssl://gw:s3:cret@mqtt.example:8883");
    assertThat(address.server()).hasToString("ssl://mqtt.example:8883");
    assertThat(address.username()).contains("gw");
    assertThat(address.password()).contains("s3:cret");
    assertThat(address.toString()).isEqualTo("ssl://mqtt.example:8883 as gw");
  }

  @Test
  void may_do_without_a_user() {
    BrokerAddress address = BrokerAddress.of("tcp://127.0.0.1:1883");
    assertThat(address.username()).isEmpty();
    assertThat(address.withUser("u", "p").password()).contains("p");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a:1", "tcp://a", "a:1883", "tcp://u:secret@:1883", "tcp:a"})
  void what_is_no_broker_is_refused_without_the_secret(String url) {
    assertThatThrownBy(() -> BrokerAddress.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected tcp://host:port")
        .hasMessageNotContaining("secret");
  }

  @Test
  void certificates_that_cannot_be_read_are_named() {
    assertThatThrownBy(() -> PemTrust.sockets(Path.of("nowhere.pem")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere.pem");
  }

  @Test
  void the_embedded_broker_names_the_sender_as_we_expect() {
    assertThat(Subscriptions.SENDER_PROPERTY).isEqualTo(EmbeddedBroker.SENDER_PROPERTY);
  }

  @Test
  void a_site_listens_to_its_own_topics() {
    assertThat(Subscriptions.external(Brokers.EAST).filters())
        .isEqualTo(
            List.of(
                "wuchang/east/+/telemetry",
                "wuchang/east/+/event",
                "v1/gateway/telemetry",
                "v1/devices/me/telemetry",
                "v2/t"));
  }
}
