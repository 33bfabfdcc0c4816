package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.csv.ReadingsFile;

class RecordedTest {
  @Test
  void each_row_is_said_once_a_day_at_its_time_of_day() throws Exception {
    Trace trace =
        trace(
            "2019-11-20T11:00:00Z,f,power,110",
            "2019-11-20T23:59:59.999Z,f,power,2",
            "2019-11-21T00:00:00Z,f,power,0",
            "2019-11-21T10:59:00Z,f,power,5");
    Playing<Recorded> playing = new Playing<>(new Recorded(trace), 1).pass(Duration.ofDays(2));

    assertThat(playing.sayings())
        .extracting(Saying::at)
        .containsExactly(
            Playing.START.plus(Duration.parse("PT10H59M")),
            Playing.START.plus(Duration.parse("PT11H")),
            Playing.START.plus(Duration.parse("PT23H59M59.999S")),
            Playing.START.plus(Duration.parse("PT24H")),
            Playing.START.plus(Duration.parse("PT34H59M")),
            Playing.START.plus(Duration.parse("PT35H")),
            Playing.START.plus(Duration.parse("PT47H59M59.999S")),
            Playing.START.plus(Duration.parse("PT48H")));
    assertThat(playing.sayings().get(1))
        .isEqualTo(
            new Saying.Values(
                Playing.START.plus(Duration.ofHours(11)), Map.of(Metric.POWER, 110.0)));
  }

  @Test
  void a_trace_without_rows_is_none() {
    assertThatThrownBy(() -> new Trace(new TreeMap<>())).hasMessageContaining("needs rows");
  }

  private static Trace trace(String... rows) throws Exception {
    String csv = "time,device,metric,value\n" + String.join("\n", rows);
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return Trace.read(ReadingsFile.named("trace", () -> new ByteArrayInputStream(bytes)));
  }
}
