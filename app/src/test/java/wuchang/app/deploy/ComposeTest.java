package wuchang.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be said of {@code docker-compose.yml} without a Docker engine. */
class ComposeTest {
  private static final Set<String> PUBLISHED =
      Set.of("8883:8883", "127.0.0.1:8080:8080", "127.0.0.1:3000:3000");

  @TempDir Path home;

  @Test
  void every_service_is_pinned_bounded_watched_and_started_again() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              assertThat(text(service, "image")).as(name).matches("[a-z/-]+:v?\\d+\\.\\d+\\S*");
              assertThat(text(service, "mem_limit")).as(name).matches("\\d+[mg]");
              assertThat(text(service, "restart")).as(name).isEqualTo("unless-stopped");
              assertThat(service.containsKey("healthcheck") || name.equals("simulator"))
                  .as(name)
                  .isTrue();
            });
  }

  @Test
  void only_what_people_and_devices_need_is_published() throws IOException {
    List<String> published = new ArrayList<>();
    services().values().forEach(service -> published.addAll(strings(service, "ports")));

    assertThat(published).containsExactlyInAnyOrderElementsOf(PUBLISHED);
  }

  @Test
  void every_file_that_is_mounted_is_there_or_made_before_the_first_start() throws Exception {
    assumeTrue(Shipped.installed("openssl").isPresent(), "openssl is not installed");
    Path secrets = home.resolve("secrets");
    Shipped.prepare(secrets);
    List<String> sources = new ArrayList<>();
    services().values().forEach(service -> sources.addAll(mounts(service)));
    map(compose().get("secrets")).values().forEach(s -> sources.add(text(map(s), "file")));

    assertThat(sources).isNotEmpty();
    for (String source : sources) {
      assertThat(
              source.startsWith("./deploy/secrets/")
                  ? secrets.resolve(source.substring("./deploy/secrets/".length()))
                  : Shipped.ROOT.resolve(source))
          .exists();
    }
  }

  @Test
  void every_secret_and_volume_that_a_service_takes_is_declared() throws IOException {
    Set<String> secrets = map(compose().get("secrets")).keySet();
    Set<String> volumes = map(compose().get("volumes")).keySet();
    services()
        .forEach(
            (name, service) -> {
              assertThat(secrets).as(name).containsAll(strings(service, "secrets"));
              assertThat(volumes)
                  .as(name)
                  .containsAll(
                      strings(service, "volumes").stream()
                          .map(volume -> volume.split(":")[0])
                          .filter(source -> !source.startsWith("."))
                          .toList());
            });
  }

  /** So {@code deploy/start --simulator} shows a canteen at once. */
  @Test
  void the_site_is_the_one_that_the_simulator_plays() throws IOException {
    assertThat(strings(services().get("simulator"), "command")).contains("--scenario=demo");
    Map<String, Object> shipped = yaml(Shipped.DEPLOY.resolve("wuchang.yaml"));
    Map<String, Object> played = yaml(Shipped.ROOT.resolve("wuchang.example.yaml"));
    for (String section : List.of("site", "calendar", "areas", "devices")) {
      assertThat(shipped.get(section)).as(section).isEqualTo(played.get(section));
    }
  }

  @Test
  void no_password_stands_in_it() throws IOException {
    assertThat(Files.readString(Shipped.ROOT.resolve("docker-compose.yml")))
        .doesNotContainPattern("(?i)password(?!_FILE|__FILE|-file)\\w*: *\\S");
  }

  @Test
  void the_client_takes_it_where_one_is_installed() throws Exception {
    assumeTrue(Shipped.installed("docker").isPresent(), "docker is not installed");
    assumeTrue(
        Shipped.run(Map.of(), "docker", "compose", "version").exit() == 0,
        "the compose plugin is not installed");
    Shipped.Ran ran =
        Shipped.run(
            Map.of(),
            "docker",
            "compose",
            "-f",
            Shipped.ROOT.resolve("docker-compose.yml").toString(),
            "--profile",
            "simulator",
            "config",
            "--quiet");
    assertThat(ran.exit()).as(ran.output()).isZero();
  }

  @Test
  void prometheus_takes_its_configuration_and_rules_where_promtool_is_installed() throws Exception {
    assumeTrue(Shipped.installed("promtool").isPresent(), "promtool is not installed");
    Path directory = Shipped.DEPLOY.resolve("prometheus");
    Shipped.Ran config =
        Shipped.run(
            Map.of(),
            "promtool",
            "check",
            "config",
            "--syntax-only",
            directory.resolve("prometheus.yml").toString());
    Shipped.Ran rules =
        Shipped.run(
            Map.of(), "promtool", "check", "rules", directory.resolve("rules.yml").toString());

    assertThat(config.exit()).as(config.output()).isZero();
    assertThat(rules.exit()).as(rules.output()).isZero();
  }

  private static List<String> mounts(Map<String, Object> service) {
    return strings(service, "volumes").stream()
        .map(volume -> volume.split(":")[0])
        .filter(source -> source.startsWith("."))
        .toList();
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Object>> services = new java.util.LinkedHashMap<>();
    map(compose().get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  private static Map<String, Object> compose() throws IOException {
    return yaml(Shipped.ROOT.resolve("docker-compose.yml"));
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String text(Map<String, Object> from, String key) {
    return String.valueOf(from.get(key));
  }

  private static List<String> strings(Map<String, Object> from, String key) {
    return from.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
