package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.config.yaml.Fault;
import wuchang.domain.DeviceId;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

/** Files that are odd before anybody asks what they mean. */
class OddFileTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path temporary;
  private ConfigFolder folder;

  @BeforeEach
  void prepare() {
    folder = new ConfigFolder(temporary);
  }

  private String onlyFault(Outcome outcome) {
    assertThat(ConfigFolder.faults(outcome)).hasSize(1);
    Fault fault = ConfigFolder.faults(outcome).get(0);
    return fault.toString();
  }

  @Test
  void a_missing_file_is_a_fault_of_the_file_as_it_was_named() {
    Path file = Path.of("nowhere/wuchang.yaml");

    assertThat(onlyFault(folder.readFile(file)))
        .isEqualTo("nowhere/wuchang.yaml:1:1: there is no such file; expected a configuration");
  }

  @Test
  void a_folder_is_no_file() {
    assertThat(onlyFault(folder.readFile(temporary)))
        .endsWith("cannot be read; expected a configuration");
  }

  @Test
  void relative_paths_start_at_the_file_wherever_it_is_read_from() throws IOException {
    Files.writeString(temporary.resolve("w.yaml"), "site: {id: east}\ndata: ../d\n");

    Outcome outcome = folder.readFile(temporary.resolve("secrets/../w.yaml"));

    assertThat(outcome).isInstanceOf(Outcome.Valid.class);
    assertThat(((Outcome.Valid) outcome).config().data())
        .isEqualTo(temporary.getParent().resolve("d"));
  }

  @Test
  void a_byte_order_mark_is_nobodys_fault() {
    Outcome outcome = folder.read("\uFEFFsite: {id: e, x: 1}\r\ny: 2\r\n");

    assertThat(ConfigFolder.faults(outcome).stream().map(f -> f.place().toString()))
        .containsExactly("wuchang.yaml:1:15", "wuchang.yaml:2:1");
  }

  @Test
  void what_is_no_utf8_is_named_with_its_place() {
    byte[] latin = "site: {id: e}\n# Küche: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(onlyFault(folder.read(latin)))
        .isEqualTo("wuchang.yaml:2:4: this is no UTF-8; expected a text in UTF-8");
  }

  @Test
  void an_unprintable_character_is_named_with_its_place() {
    assertThat(onlyFault(folder.read("site: {id: e}\n东: \u0007\n")))
        .isEqualTo("wuchang.yaml:2:4: an unprintable character (U+0007); expected printable text");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() {
    assertThat(onlyFault(folder.read(new byte[2 * 1024 * 1024 + 1])))
        .startsWith("wuchang.yaml:1:1: the file is larger than 2 MiB");
  }

  @Test
  void aliases_and_merge_keys_save_writing() {
    Site site =
        folder
            .valid(
                """
                site: {id: east}
                areas: [{id: kitchen}]
                devices:
                  - &fridge {id: f1, kind: fridge, area: &in kitchen, interval: 60s}
                  - {<<: *fridge, id: f2, interval: 10m}
                  - {id: f3, kind: freezer, area: *in}
                """)
            .site();

    assertThat(site.device(DeviceId.of("f2")).orElseThrow().kind()).isEqualTo(DeviceKind.FRIDGE);
    assertThat(site.device(DeviceId.of("f2")).orElseThrow().interval())
        .contains(Duration.ofMinutes(10));
    assertThat(site.devices()).hasSize(3);
  }

  @Test
  void a_thousand_devices_may_share_an_anchor() {
    StringBuilder yaml = new StringBuilder("site: {id: e}\nareas: [{id: k}]\ndevices:\n");
    yaml.append("  - &d {id: d0, kind: fridge, area: k, set-point: 4 °C}\n");
    for (int i = 1; i < 1000; i++) {
      yaml.append("  - {<<: *d, id: d").append(i).append("}\n");
    }

    assertThat(folder.valid(yaml.toString()).site().devices()).hasSize(1000);
  }

  @Test
  void a_billion_laughs_are_not_laughed() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 60; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    Outcome outcome =
        Assertions.assertTimeoutPreemptively(SOON, () -> folder.read(yaml.toString()));

    assertThat(onlyFault(outcome)).contains("unfolds into more than 500000 values");
  }

  @Test
  void a_billion_merged_laughs_are_not_laughed() {
    StringBuilder yaml = new StringBuilder("a0: &a0 {k: ha}\n");
    for (int i = 1; i < 60; i++) {
      yaml.append("a%d: &a%d {<<: [*a%d, *a%d], k%d: ha}\n".formatted(i, i, i - 1, i - 1, i));
    }

    Outcome outcome =
        Assertions.assertTimeoutPreemptively(SOON, () -> folder.read(yaml.toString()));

    assertThat(onlyFault(outcome)).contains("unfolds into more than 500000 values");
  }

  @Test
  void nesting_has_a_floor() {
    Outcome outcome =
        Assertions.assertTimeoutPreemptively(SOON, () -> folder.read("[".repeat(500_000)));

    assertThat(onlyFault(outcome)).contains("wuchang.yaml:1:33: ", "deeper than 32 levels");
  }

  @Test
  void long_rubbish_is_read_in_time_and_quoted_short() {
    String word = "x".repeat(1_000_000);

    Outcome outcome =
        Assertions.assertTimeoutPreemptively(
            SOON,
            () ->
                folder.read(
                    "site: {id: e, profile: %s, timezone: %s}"
                        .formatted(word, "y/".repeat(400_000))));

    assertThat(ConfigFolder.faults(outcome))
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.text().length()).isLessThan(300));
  }
}
