package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded day in place of a simulated device, whatever that is. */
class RecordedTraceTest {
  private static final List<String> DEVICES =
      List.of("fridge-1", "freezer-2", "hot-1", "sample-1", "room-1", "cabinet-1", "dishwasher-1");

  @Test
  void a_file_of_readings_stands_in_for_any_device(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("day.csv"),
        """
        time,device,metric,value
        2026-03-01T06:00:00Z,logger,temperature,4.75
        2026-03-01T18:00:00Z,logger,temperature,-2.25
        """);
    StringBuilder scenario =
        new StringBuilder(
            "about: {zh: 一, en: One}\nlike: canteen\nspan: {days: 1}\nseed: 1\ntraces:\n");
    DEVICES.forEach(device -> scenario.append("  ").append(device).append(": day.csv\n"));
    Path file = folder.resolve("traces.yaml");
    Files.writeString(file, scenario);

    byte[] day = Shipped.file(Shipped.read(file.toString()).scenario(), Duration.ofDays(1), 1);

    List<String> rows = new String(day, StandardCharsets.UTF_8).lines().toList();
    for (String device : DEVICES) {
      assertThat(rows)
          .filteredOn(row -> row.contains("," + device + ",") && !row.contains(",event:"))
          .extracting(row -> row.substring(row.indexOf(',')))
          .containsExactly("," + device + ",temperature,4.75", "," + device + ",temperature,-2.25");
    }
  }
}
