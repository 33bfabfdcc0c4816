package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters that begin where a scenario says, and roll over. */
class CountersTest {
  @ParameterizedTest
  @CsvSource({"water-wash,water_total,9998", "meter-wash,energy_total,999990"})
  void two_counters_of_smoke_roll_over_on_its_first_day(String meter, String metric, double begins)
      throws Exception {
    List<Double> shown =
        new String(
                Shipped.file(Shipped.read("smoke").scenario(), Duration.ofDays(1), 2),
                StandardCharsets.UTF_8)
            .lines()
            .filter(row -> row.contains("," + meter + "," + metric + ","))
            .map(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
            .toList();

    assertThat(shown.get(0)).isBetween(begins, begins + 1);
    assertThat(shown).anyMatch(value -> value < begins / 2);
  }

  @Test
  void only_a_meter_has_a_counter(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("counters.yaml");
    Files.writeString(
        file, "about: {zh: 一, en: One}\nlike: canteen\ncounters: {fridge-1: 5, water-wash: -1}\n");

    assertThat(catchInvalid(file))
        .contains("fridge-1")
        .contains("expected a number from 0 to 1000000000");
  }

  private static String catchInvalid(Path file) {
    try {
      Shipped.read(file.toString());
      return "";
    } catch (InvalidScenario invalid) {
      return invalid.faults().toString();
    }
  }
}
