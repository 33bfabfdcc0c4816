package wuchang.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MQTT 3.1.1, byte by byte: most devices speak nothing newer. */
class OldProtocolTest {
  private static final int CONNACK = 0x20;
  private static final int PUBACK = 0x40;

  @TempDir Path dir;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = EmbeddedBroker.start(BrokerProcess.config(dir));
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void a_device_of_old_publishes_and_is_acknowledged() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", broker.port())) {
      socket.setSoTimeout(20_000);
      send(socket, 0x10, connect("old", "site", "p"));
      assertThat(answer(socket)).startsWith(CONNACK, 2).endsWith(0);

      send(socket, 0x32, publish("wuchang/east/fridge-1/telemetry", 7, "{\"temperature\":4}"));
      assertThat(answer(socket)).containsExactly(PUBACK, 2, 0, 7);
    }
    try (TestClient server =
        TestClient.connect("tcp://127.0.0.1:" + broker.port(), "srv", "server", "s")) {
      server.subscribe("wuchang/east/+/telemetry");
      assertThat(server.next().text()).isEqualTo("{\"temperature\":4}");
    }
  }

  @Test
  void a_device_of_old_with_a_wrong_password_is_told_so() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", broker.port())) {
      socket.setSoTimeout(20_000);
      send(socket, 0x10, connect("old", "site", "wrong"));
      assertThat(answer(socket)).startsWith(CONNACK, 2).endsWith(5); // not authorised
    }
  }

  @Test
  void what_a_device_of_old_may_not_publish_is_not_acknowledged() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", broker.port())) {
      socket.setSoTimeout(20_000);
      send(socket, 0x10, connect("old", "site", "p"));
      answer(socket);
      send(socket, 0x32, publish("wuchang/west/fridge-1/telemetry", 7, "{}"));
      assertThat(socket.getInputStream().read()).isEqualTo(-1); // it has no other way to say no
    }
  }

  private static byte[] connect(String clientId, String user, String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("MQTT");
    out.writeByte(4);
    out.writeByte(0xC2); // user, password, clean session
    out.writeShort(60);
    out.writeUTF(clientId);
    out.writeUTF(user);
    out.writeUTF(password);
    return bytes.toByteArray();
  }

  private static byte[] publish(String topic, int id, String payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(topic);
    out.writeShort(id);
    out.write(payload.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void send(Socket socket, int type, byte[] body) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(type);
    packet.write(body.length); // all of them are shorter than 128
    packet.write(body);
    socket.getOutputStream().write(packet.toByteArray());
  }

  private static int[] answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int[] packet = new int[4];
    for (int i = 0; i < packet.length; i++) {
      packet[i] = in.readUnsignedByte();
    }
    return packet;
  }
}
