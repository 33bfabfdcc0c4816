package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;

/** The example site that every newcomer copies, and that the demo plays. */
class ExampleTest {
  static byte[] bytes() {
    try (InputStream in = ExampleTest.class.getResourceAsStream("/wuchang.example.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ConfigReader readerWithoutEnvironment() {
    return new ConfigReader(new CatalogueVocabulary(Catalogue.shipped()), name -> Optional.empty());
  }

  private static Config example() {
    Outcome outcome =
        readerWithoutEnvironment().read("wuchang.example.yaml", Path.of("/srv"), bytes());
    assertThat(ConfigFolder.faults(outcome)).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
    return ((Outcome.Valid) outcome).config();
  }

  @Test
  void is_valid_without_any_warning_as_it_stands() {
    assertThat(example().site().id()).hasToString("east");
  }

  @Test
  void runs_on_embedded_parts_in_its_own_directory() {
    Config config = example();

    assertThat(config.broker()).isInstanceOf(BrokerSettings.Embedded.class);
    assertThat(config.storage())
        .isEqualTo(new StorageSettings.Embedded(Path.of("/srv/data/east/db"), 0));
    assertThat(config.data()).isEqualTo(Path.of("/srv/data/east"));
  }

  @Test
  void has_people_of_all_roles_and_a_device_of_each_family() {
    Site site = example().site();

    assertThat(site.people().values().stream().map(p -> p.role()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Role.values());
    assertThat(site.devices().values().stream().map(d -> d.kind()))
        .hasSize(15)
        .contains(
            DeviceKind.FRIDGE,
            DeviceKind.FREEZER,
            DeviceKind.SAMPLE_FRIDGE,
            DeviceKind.DISINFECTION_CABINET,
            DeviceKind.WATER_METER,
            DeviceKind.ELECTRICITY_METER,
            DeviceKind.ACCESS_GATE,
            DeviceKind.GATEWAY);
  }

  @Test
  void says_what_holds_by_default_where_it_says_nothing_else() {
    Config example = example();
    Outcome bare =
        readerWithoutEnvironment()
            .read(
                "w",
                Path.of("/srv"),
                "site: {id: east}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    Config defaults = ((Outcome.Valid) bare).config();
    assertThat(example.broker()).isEqualTo(defaults.broker());
    assertThat(example.storage()).isEqualTo(defaults.storage());
    assertThat(example.http()).isEqualTo(defaults.http());
    assertThat(example.data()).isEqualTo(defaults.data());
    assertThat(example.site().escalation()).isEqualTo(defaults.site().escalation());
    assertThat(example.site().retention()).isEqualTo(defaults.site().retention());
    assertThat(example.site().calendar().night()).isEqualTo(defaults.site().calendar().night());
  }
}
