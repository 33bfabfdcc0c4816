package wuchang.ingest.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.embedded.broker.BrokerTls;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.ingest.Inbox;

class MqttTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path dir;

  @Test
  void trusts_the_certificates_it_is_given_and_no_others() throws Exception {
    KeyStore keys = selfSigned();
    Path certificate = pem("CERTIFICATE", keys.getCertificate("broker").getEncoded());
    Path key = pem("PRIVATE KEY", keys.getKey("broker", PASSWORD).getEncoded());
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(
            Brokers.config(0, dir.resolve("data")).withTls(new BrokerTls(certificate, key)))) {
      BrokerAddress address = BrokerAddress.of("ssl://server:s3cret@127.0.0.1:" + broker.port());
      try (MqttSource source = source(address.withCa(certificate))) {
        await().atMost(Duration.ofSeconds(60)).until(() -> source.trouble().isEmpty());
      }
      try (MqttSource source = source(address)) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () ->
                    assertThat(source.trouble())
                        .hasValueSatisfying(t -> assertThat(t).contains("certification path")));
      }
    }
  }

  private static MqttSource source(BrokerAddress address) {
    MqttSource source =
        new MqttSource(
            address, Brokers.SUBSCRIPTIONS, new Inbox(), InstantSource.system(), () -> {});
    source.start();
    return source;
  }

  private KeyStore selfSigned() throws Exception {
    Path file = dir.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias broker -keyalg RSA -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1"
            + " -storetype PKCS12 -storepass changeit -keystore";
    ProcessBuilder command = new ProcessBuilder(keytool);
    command.command().addAll(List.of(options.split(" ")));
    command.command().add(file.toString());
    assertThat(command.redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private Path pem(String what, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    return Files.writeString(
        dir.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }
}
