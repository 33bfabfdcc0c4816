package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.console.fake.SettableClock;
import wuchang.console.parts.HttpSettings;
import wuchang.domain.site.Role;

class TlsTest {
  private static final char[] STORE_PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;

  @Test
  void speaks_tls_with_a_pem_pair_and_keeps_the_cookie_to_it() throws Exception {
    KeyStore store = selfSigned();
    Path certificate = pem("CERTIFICATE", store.getCertificate("c").getEncoded());
    Path key = pem("PRIVATE KEY", store.getKey("c", STORE_PASSWORD).getEncoded());
    HttpSettings http =
        new HttpSettings(
            "127.0.0.1",
            0,
            Optional.of(new HttpSettings.Tls(certificate, key)),
            Optional.empty(),
            Optional.empty());

    try (Canteen canteen = new Canteen(directory, SettableClock.at("2026-11-23T10:00:00Z"), http)) {
      canteen.account(Role.VIEWER);
      HttpResponse<String> answer = login(client(store), canteen.port());

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("Secure");
      assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
    }
  }

  @Test
  void a_token_of_its_own_reads_the_metrics_from_elsewhere_and_nothing_else() {
    HttpSettings http =
        new HttpSettings(
            "127.0.0.1", 0, Optional.empty(), Optional.empty(), Optional.of("measure-me"));

    try (Canteen canteen = new Canteen(directory, SettableClock.at("2026-11-23T10:00:00Z"), http)) {
      Client elsewhere = Client.of(canteen.port()).with("X-Forwarded-For", "192.0.2.1");
      Client prometheus = elsewhere.with("Authorization", "Bearer measure-me");

      assertThat(prometheus.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(prometheus.get("/api/v1/site").statusCode()).isEqualTo(401);
      assertThat(prometheus.get("/api/v1/health").statusCode()).isEqualTo(401);
      assertThat(elsewhere.with("Authorization", "Bearer measure").get("/metrics").statusCode())
          .isEqualTo(401);
      assertThat(http.toString()).doesNotContain("measure-me");
    }
  }

  @Test
  void behind_a_proxy_the_public_origin_is_our_own_and_the_cookie_keeps_to_tls() {
    HttpSettings http =
        new HttpSettings(
            "127.0.0.1",
            0,
            Optional.empty(),
            Optional.of(URI.create("https://canteen.example/")),
            Optional.empty());

    try (Canteen canteen = new Canteen(directory, SettableClock.at("2026-11-23T10:00:00Z"), http)) {
      canteen.account(Role.VIEWER);
      Client form =
          Client.of(canteen.port()).with("Content-Type", "application/x-www-form-urlencoded");
      String credentials = "username=viewer&password=correct+horse";

      var own = form.with("Origin", "https://canteen.example").post("/login", credentials);
      assertThat(own.statusCode()).isEqualTo(204);
      assertThat(own.headers().firstValue("set-cookie").orElseThrow()).contains("Secure");
      assertThat(
              form.with("Origin", "https://canteen.example.evil.example")
                  .post("/login", credentials)
                  .statusCode())
          .isEqualTo(403);
    }
  }

  private static HttpResponse<String> login(HttpClient client, int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=viewer&password=correct+horse"))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static HttpClient client(KeyStore trusted) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("c", trusted.getCertificate("c"));
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  /** Made anew with the JDK's own tool, so that no private key is kept anywhere. */
  private KeyStore selfSigned() throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    assumeTrue(Files.isExecutable(tool), "this Java brings no keytool");
    Path file = directory.resolve("store.p12");
    Process made =
        new ProcessBuilder(
                tool.toString(),
                "-genkeypair",
                "-alias",
                "c",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE_PASSWORD))
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE_PASSWORD);
    }
    return store;
  }

  private Path pem(String what, byte[] der) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    return Files.writeString(directory.resolve(what.replace(' ', '-') + ".pem"), pem);
  }
}
