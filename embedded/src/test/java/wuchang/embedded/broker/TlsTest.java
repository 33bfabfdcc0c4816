package wuchang.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path dir;

  @Test
  void clients_that_trust_the_certificate_connect_and_others_do_not() throws Exception {
    KeyStore keys = selfSigned();
    Path certificate = pem("CERTIFICATE", keys.getCertificate("broker").getEncoded());
    Path key = pem("PRIVATE KEY", keys.getKey("broker", PASSWORD).getEncoded());
    BrokerConfig config =
        BrokerProcess.config(dir.resolve("data")).withTls(new BrokerTls(certificate, key));

    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      String url = "ssl://127.0.0.1:" + broker.port();
      try (TestClient client =
          TestClient.connect(
              url, "c", "site", "p", o -> o.setSocketFactory(trusting(keys).getSocketFactory()))) {
        assertThat(client.publish("wuchang/east/fridge-1/telemetry", "{}")).isZero();
      }
      assertThatThrownBy(() -> TestClient.connect(url, "c", "site", "p"))
          .isInstanceOf(MqttException.class);
    }
  }

  @Test
  void a_missing_certificate_is_named() {
    BrokerTls nothing = new BrokerTls(dir.resolve("no.pem"), dir.resolve("no.key"));
    BrokerConfig config = BrokerProcess.config(dir.resolve("data")).withTls(nothing);
    assertThatThrownBy(() -> EmbeddedBroker.start(config))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.pem");
  }

  private KeyStore selfSigned() throws Exception {
    Path file = dir.resolve("keys.p12");
    Process keytool = new ProcessBuilder(command(file)).redirectErrorStream(true).start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static List<String> command(Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "broker",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-storepass",
        new String(PASSWORD),
        "-keystore",
        file.toString());
  }

  private Path pem(String what, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        dir.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  private static SSLContext trusting(KeyStore keys) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("broker", keys.getCertificate("broker"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
