package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFaultsTest {
  private static final String SITE =
      """
      site: {id: s}
      areas:
        - {id: a}
      devices:
        - {id: f1, kind: fridge, area: a}
        - {id: f2, kind: fridge, area: a, gateway: g1}
        - {id: g1, kind: gateway, area: a}
      """;

  @TempDir Path folder;

  @Test
  void each_fault_has_its_place() throws Exception {
    assertThat(faults("span: {days: 2}\nmishap: []\n"))
        .containsExactly("2:1: unknown key «mishap»; did you mean «mishaps»? …");
    assertThat(faults("mishaps:\n  - {kind: frige-failure, device: f1, at: 1h, lasts: 1h}\n"))
        .containsExactly(
            "2:12: unknown mishap «frige-failure» in kind; did you mean «fridge-failure»? …");
    assertThat(faults("mishaps:\n  - {kind: fridge-failure, device: f9, at: 1h, lasts: 1h}\n"))
        .first()
        .asString()
        .startsWith("2:36: unknown device «f9»");
    assertThat(faults("mishaps:\n  - {kind: fridge-failure, device: g1, at: 1h, lasts: 1h}\n"))
        .containsExactly("2:36: fridge-failure cannot happen to g1; …");
    assertThat(faults("mishaps:\n  - {kind: fridge-failure, device: f1, at: 23h30m, lasts: 1h}\n"))
        .first()
        .asString()
        .startsWith("2:44: at");
    assertThat(faults("mishaps:\n  - {kind: fridge-failure, device: f1, at: 23h, lasts: 2h}\n"))
        .first()
        .asString()
        .contains("does not lie within the span");
    assertThat(faults("mishaps:\n  - {kind: unplugged, device: f1, at: day 3 12:00, lasts: 2h}\n"))
        .first()
        .asString()
        .contains("is after the span");
    assertThat(faults("rates: {burst-pipe: 2}\n"))
        .containsExactly("1:9: burst-pipe strikes no device of this site; …");
    assertThat(faults("wire: {missing: 101 %}\n"))
        .containsExactly("1:17: missing «101 %» does not fit; …");
  }

  @Test
  void the_sites_own_faults_keep_their_place_too() throws Exception {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "span: {days: 1}\n" + SITE.replace("area: a, gateway: g1", "area: b"));

    InvalidScenario invalid =
        catchThrowableOfType(InvalidScenario.class, () -> Shipped.read(file.toString()));
    assertThat(invalid.faults())
        .singleElement()
        .asString()
        .startsWith(file + ":7:")
        .contains("«b»");
  }

  @Test
  void canteens_are_repeated_with_their_number_before_every_id() throws Exception {
    Path file = folder.resolve("three.yaml");
    Files.writeString(file, "canteens: 3\nseed: 9\n" + SITE);

    ReadScenario read = Shipped.read(file.toString());
    assertThat(read.scenario().site().devices().keySet().stream().map(Object::toString))
        .containsExactly(
            "c01-f1", "c01-f2", "c01-g1", "c02-f1", "c02-f2", "c02-g1", "c03-f1", "c03-f2",
            "c03-g1");
    assertThat(read.configuration())
        .contains("{id: c03-f2, kind: fridge, area: c03-a, gateway: c03-g1}");
    assertThat(read.scenario().seed()).isEqualTo(9);
  }

  /**
   * The faults of a scenario with that beginning, without the file's name and what was expected.
   */
  private List<String> faults(String beginning) throws Exception {
    Path file = folder.resolve("scenario.yaml");
    Files.writeString(file, beginning + SITE);
    InvalidScenario invalid =
        catchThrowableOfType(InvalidScenario.class, () -> Shipped.read(file.toString()));
    assertThat(invalid).as(beginning).isNotNull();
    return invalid.faults().stream()
        .map(fault -> fault.substring(file.toString().length() + 1))
        .map(fault -> fault.replaceFirst("; expected .*", "; …"))
        .map(fault -> fault.replaceFirst("\\? ?; …", "? …"))
        .toList();
  }
}
