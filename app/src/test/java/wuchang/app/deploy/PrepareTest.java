package wuchang.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes passwords, certificates, users and rights. */
class PrepareTest {
  @TempDir Path home;
  private Path secrets;

  @BeforeEach
  void openssl() {
    assumeTrue(Shipped.installed("openssl").isPresent(), "openssl is not installed");
    secrets = home.resolve("secrets");
  }

  @Test
  void what_is_there_already_is_left_as_it_is() throws Exception {
    assertThat(Shipped.prepare(secrets)).isEqualTo(new Shipped.Ran(0, ""));
    Map<String, String> first = contents();

    assertThat(Shipped.prepare(secrets)).isEqualTo(new Shipped.Ran(0, ""));

    assertThat(contents()).isEqualTo(first);
    assertThat(first.get("database")).hasSize(48).isNotEqualTo(first.get("database-reader"));
    assertThat(first.keySet())
        .contains("grafana-admin", "metrics-token", "mqtt-wuchang", "mqtt-acl", "ca.pem");
  }

  @Test
  void nobody_else_on_the_machine_gets_at_them() throws Exception {
    Shipped.prepare(secrets);

    assertThat(Files.getPosixFilePermissions(secrets).toString()).doesNotContain("GROUP", "OTHERS");
    assertThat(Files.getPosixFilePermissions(secrets.resolve("ca.key")).toString())
        .doesNotContain("GROUP", "OTHERS");
  }

  @Test
  void the_certificate_is_for_the_names_it_was_asked_for() throws Exception {
    Shipped.prepare(secrets, "--host", "canteen.example.org", "192.0.2.7");

    Path broker = secrets.resolve("broker.pem");
    Shipped.Ran verified =
        Shipped.run(
            Map.of(),
            "openssl",
            "verify",
            "-CAfile",
            secrets.resolve("ca.pem").toString(),
            broker.toString());
    assertThat(verified.exit()).as(verified.output()).isZero();
    assertThat(Shipped.run(Map.of(), "openssl", "x509", "-in", broker + "", "-noout", "-text"))
        .extracting(Shipped.Ran::output)
        .asString()
        .contains("DNS:mosquitto", "DNS:canteen.example.org", "IP Address:192.0.2.7");
  }

  @Test
  void a_gateway_may_speak_for_its_devices_only_and_its_password_is_said_once() throws Exception {
    Shipped.prepare(secrets);

    Shipped.Ran made = Shipped.prepare(secrets, "--user", "gw-1", "fridge-1", "fridge-2");

    assertThat(made.exit()).isZero();
    assertThat(made.output()).matches("gw-1 [0-9a-f]{48}\n");
    assertThat(contents().get("mqtt-users")).contains(made.output().strip().replace(' ', ':'));
    assertThat(contents().get("mqtt-acl"))
        .contains("user gw-1", "topic write wuchang/east/fridge-2/telemetry")
        .doesNotContain("fridge-3");
    Shipped.Ran again = Shipped.prepare(secrets, "--user", "gw-1");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.output()).contains("gw-1 is there already");
  }

  @Test
  void what_is_no_name_is_refused_before_anything_is_made() throws Exception {
    for (List<String> words :
        List.of(List.of("--user"), List.of("--user", "gw/#"), List.of("--host"), List.of("--x"))) {
      assertThat(Shipped.prepare(secrets, words.toArray(String[]::new)).exit()).isEqualTo(2);
    }
    assertThat(secrets).doesNotExist();
  }

  private Map<String, String> contents() throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(secrets)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
