package wuchang.simulators.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PublisherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path dir;

  @Test
  void never_has_more_under_way_than_the_broker_allows() throws Exception {
    try (ToyBroker broker = new ToyBroker(7);
        Publisher publisher = connect(broker, serials -> {})) {
      broker.waitUntilFull();
      publish(publisher, 1, 2_000);

      assertThat(publisher.drain(PATIENCE)).isTrue();
      assertThat(broker.mostOutstanding()).isEqualTo(7);
      assertThat(payloads(broker)).containsExactlyElementsOf(numbers(1, 2_000));
      assertThat(publisher.acknowledged()).isEqualTo(2_000);
      assertThat(broker.connections()).isEqualTo(1);
    }
  }

  @Test
  void what_was_not_acknowledged_is_sent_again_after_a_break() throws Exception {
    try (ToyBroker broker = new ToyBroker(50);
        Publisher publisher = connect(broker, serials -> {})) {
      broker.breakEvery(333);
      publish(publisher, 1, 2_000);

      assertThat(publisher.drain(PATIENCE)).isTrue();
      assertThat(broker.connections()).isGreaterThan(5);
      assertThat(payloads(broker).stream().distinct())
          .as("each at least once, in the order of its first sending")
          .containsExactlyElementsOf(numbers(1, 2_000));
      assertThat(publisher.acknowledged()).isEqualTo(2_000);
    }
  }

  @Test
  void acknowledged_serials_are_kept_and_only_those() throws Exception {
    Path file = dir.resolve("acked");
    List<Serials> told = new ArrayList<>();
    try (ToyBroker broker = new ToyBroker(10);
        AckedFile acked = AckedFile.append(file);
        Publisher publisher =
            connect(
                broker,
                serials -> {
                  told.add(serials);
                  acked.acknowledged(serials);
                })) {
      publisher.publish(new Serials(1, 3), "t", bytes("three rows"));
      publisher.publish(4, "t", bytes("one"));
      assertThat(publisher.drain(PATIENCE)).isTrue();

      assertThat(told).containsExactly(new Serials(1, 3), Serials.of(4));
      assertThat(Files.readString(file))
          .as("on disk while the publisher still runs")
          .isEqualTo("1\n2\n3\n4\n");
    }
  }

  @Test
  void a_file_of_serials_is_gone_on_with() throws Exception {
    Path file = dir.resolve("acked");
    for (long serial = 1; serial <= 2; serial++) {
      try (AckedFile acked = AckedFile.append(file)) {
        acked.acknowledged(Serials.of(serial));
      }
    }

    assertThat(file).hasContent("1\n2\n");
  }

  @Test
  void a_broker_that_is_not_there_is_named() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Broker nobody = Broker.parse("tcp://u:secret@127.0.0.1:" + port);

    assertThatThrownBy(() -> Publisher.connect(nobody, s -> {}, Duration.ofMillis(300)))
        .isInstanceOf(BrokerRefused.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_wrong_password_is_not_tried_again() throws Exception {
    try (ToyBroker broker = new ToyBroker(10)) {
      broker.refuseConnections(0x86);

      assertThatThrownBy(() -> connect(broker, serials -> {}))
          .isInstanceOf(BrokerRefused.class)
          .hasMessageContaining("134");
      assertThat(broker.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_message_that_is_refused_is_not_acknowledged_and_ends_the_work() throws Exception {
    List<Serials> told = new ArrayList<>();
    try (ToyBroker broker = new ToyBroker(10);
        Publisher publisher = connect(broker, told::add)) {
      broker.refuseMessages(0x87);
      publisher.publish(1, "wuchang/east/fridge-1/telemetry", bytes("x"));

      assertThatThrownBy(() -> publisher.drain(PATIENCE))
          .isInstanceOf(BrokerRefused.class)
          .hasMessageContaining("wuchang/east/fridge-1/telemetry")
          .hasMessageContaining("135");
      assertThat(told).isEmpty();
    }
  }

  @Test
  void serials_that_cannot_be_written_end_the_work() throws Exception {
    Acknowledged full =
        serials -> {
          throw new IllegalStateException("disk full");
        };
    try (ToyBroker broker = new ToyBroker(10);
        Publisher publisher = connect(broker, full)) {
      publisher.publish(1, "t", bytes("x"));

      assertThatThrownBy(() -> publisher.drain(PATIENCE)).hasMessage("disk full");
    }
  }

  @Test
  void a_publisher_that_waits_can_be_interrupted() throws Exception {
    try (ToyBroker broker = new ToyBroker(10);
        Publisher publisher = connect(broker, serials -> {})) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> publisher.publish(1, "t", bytes("x")))
          .isInstanceOf(InterruptedException.class);
      assertThat(broker.received()).isEmpty();
    }
  }

  static Publisher connect(ToyBroker broker, Acknowledged sink) throws InterruptedException {
    return Publisher.connect(broker.address(), sink, PATIENCE);
  }

  static void publish(Publisher publisher, int first, int last) throws InterruptedException {
    for (int serial = first; serial <= last; serial++) {
      publisher.publish(serial, "wuchang/east/fridge-1/telemetry", bytes("" + serial));
    }
  }

  private static List<String> payloads(ToyBroker broker) {
    return broker.received().stream().map(ToyBroker.Received::payload).toList();
  }

  private static List<String> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
  }

  static TreeSet<Long> serials(Path acked) throws IOException {
    return Files.readAllLines(acked).stream()
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static TreeSet<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
