package wuchang.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;

class ReadingsWriterTest {
  private static final Instant TIME = Instant.parse("2026-11-02T06:07:08.090Z");
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void a_row_has_time_device_metric_and_the_shortest_value() throws Exception {
    assertThat(written(4.2, -18, 0, -0.05, 123456.789, 1e-7, 1e15, 0.1 + 0.2))
        .containsExactly(
            "4.2", "-18", "0", "-0.05", "123456.789", "1.0E-7", "1.0E15", "0.30000000000000004");
    assertThat(text())
        .startsWith(
            "time,device,metric,value\n2026-11-02T06:07:08.090Z,fridge-1,temperature,4.2\n");
  }

  @Test
  void every_value_can_be_read_back() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    double[] values =
        random
            .doubles(5_000, -1e6, 1e6)
            .map(v -> random.nextBoolean() ? Math.round(v * 100) / 100.0 : v)
            .toArray();
    String[] read = written(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(Double.parseDouble(read[i])).isEqualTo(values[i]);
    }
  }

  @Test
  void what_a_device_could_not_measure_is_an_empty_field_and_is_read_as_that() throws Exception {
    written(4.2, Double.NaN);
    List<Row> rows = new ArrayList<>();
    ReadingsFile.named("it", () -> new ByteArrayInputStream(bytes.toByteArray()))
        .forEach(rows::add);

    assertThat(text())
        .endsWith(",temperature,4.2\n2026-11-02T06:07:08.090Z,fridge-1,temperature,\n");
    assertThat(rows).extracting(row -> ((Row.Value) row).value()).containsExactly(4.2, Double.NaN);
  }

  private String[] written(double... values) throws Exception {
    try (ReadingsWriter file = new ReadingsWriter(bytes)) {
      for (double value : values) {
        file.value(TIME, FRIDGE, Metric.TEMPERATURE, value);
      }
      assertThat(file.rows()).isEqualTo(values.length);
    }
    return text()
        .lines()
        .skip(1)
        .map(l -> l.substring(l.lastIndexOf(',') + 1))
        .toArray(String[]::new);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
