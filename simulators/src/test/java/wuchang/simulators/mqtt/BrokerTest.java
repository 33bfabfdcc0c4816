package wuchang.simulators.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {
  @Test
  void host_port_and_encryption_are_read() {
    assertThat(Broker.parse("tcp://127.0.0.1:1883").toString()).isEqualTo("tcp://127.0.0.1:1883");
    assertThat(Broker.parse("ssl://broker.example:8883").tls()).isTrue();
  }

  @Test
  void user_and_password_may_stand_in_the_url_percent_encoded() {
    Broker broker = Broker.parse("tcp://gw-1:p%40ss:w+rd@[::1]:1884");

    assertThat(broker.username()).contains("gw-1");
    assertThat(broker.password()).contains("p@ss:w+rd");
    assertThat(broker.host()).isEqualTo("[::1]");
  }

  @Test
  void the_password_is_never_shown() {
    assertThat(Broker.parse("tcp://u:geheim@h:1")).asString().doesNotContain("geheim");
    assertThatThrownBy(() -> Broker.parse("tcp://u:geheim@h")).hasMessageNotContaining("geheim");
    assertThatThrownBy(() -> Broker.parse("tcp://u:ge heim@h:1")).hasMessageNotContaining("heim@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "127.0.0.1:1883", "http://h:1", "tcp://h", "tcp://h:0", "tcp://h:1/topic"})
  void anything_else_says_what_was_expected(String url) {
    assertThatThrownBy(() -> Broker.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the broker's URL");
  }
}
