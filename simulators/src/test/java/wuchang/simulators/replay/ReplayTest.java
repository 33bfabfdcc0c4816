package wuchang.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.SiteId;
import wuchang.simulators.csv.InvalidReadings;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.mqtt.AckedFile;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.mqtt.ToyBroker;

@Timeout(60)
class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");
  private static final String HEADER = "time,device,metric,value\n";

  @TempDir Path dir;
  private ToyBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = new ToyBroker(100);
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void rows_of_one_device_and_time_become_one_message_of_history() throws Exception {
    Path csv =
        file(
            HEADER
                + "2026-11-01T06:00:00Z,fridge-1,temperature,4.2\n"
                + "2026-11-01T06:00:00Z,fridge-1,door_open,0\n"
                + "2026-11-01T06:00:00Z,fridge-2,temperature,3.9\n"
                + "2026-11-01T06:01:00.250Z,fridge-1,temperature,4.3\n");

    Replayed replayed = replay(csv, false, false);

    assertThat(replayed).isEqualTo(new Replayed(4, 3));
    assertThat(broker.received())
        .containsExactly(
            telemetry(
                "fridge-1",
                "{'ts':1793512800000,'values':{'temperature':4.2,'door_open':0.0},'replay':true}"),
            telemetry(
                "fridge-2", "{'ts':1793512800000,'values':{'temperature':3.9},'replay':true}"),
            telemetry(
                "fridge-1", "{'ts':1793512860250,'values':{'temperature':4.3},'replay':true}"));
  }

  @Test
  void a_metric_that_comes_twice_begins_a_new_message() throws Exception {
    String row = "2026-11-01T06:00:00Z,fridge-1,temperature,4.2\n";

    assertThat(replay(file(HEADER + row + row), false, true).messages()).isEqualTo(2);
    assertThat(broker.received().get(0).payload()).doesNotContain("replay");
  }

  @Test
  void events_tell_a_person_from_a_card_and_records_travel_as_events() throws Exception {
    Path csv =
        file(
            HEADER
                + "2026-11-01T06:00:00Z,gate-1,event:granted,p1\n"
                + "2026-11-01T06:00:02Z,gate-1,event:granted,0012345678\n"
                + "2026-11-01T06:00:04Z,gate-1,event:forced_open,\n"
                + "2026-11-01T06:00:05Z,canteen,event:record:patrol,\"{\"\"area\"\": \"\"kitchen\"\", \"\"ok\"\": true}\"\n");

    assertThat(replay(csv, false, true)).isEqualTo(new Replayed(4, 4));
    assertThat(broker.received())
        .extracting(ToyBroker.Received::payload)
        .containsExactly(
            json("{'ts':1793512800000,'event':'granted','person':'p1'}"),
            json("{'ts':1793512802000,'event':'granted','card':'0012345678'}"),
            json("{'ts':1793512804000,'event':'forced_open'}"),
            json(
                "{'ts':1793512805000,'event':'record:patrol','record':{'area': 'kitchen', 'ok': true}}"));
    assertThat(broker.received().get(0).topic()).isEqualTo("wuchang/east/gate-1/event");
  }

  @Test
  void values_arrive_as_the_same_double() throws Exception {
    List<Double> values =
        List.of(0.1, -0.0, 1e-7, 123456789.123456789, 4.35, 1.0 / 3, 1e300, Double.MIN_VALUE);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < values.size(); i++) {
      rows.append("2026-11-01T06:00:0").append(i).append("Z,d,power,").append(values.get(i));
      rows.append('\n');
    }

    replay(file(rows.toString()), false, false);

    List<Double> arrived = new ArrayList<>();
    for (ToyBroker.Received message : broker.received()) {
      arrived.add(JSON.readTree(message.payload()).at("/values/power").doubleValue());
    }
    assertThat(arrived).containsExactlyElementsOf(values);
  }

  @Test
  void shifted_to_now_the_newest_row_is_now_and_all_keep_their_distance() throws Exception {
    Path csv =
        file(
            HEADER
                + "2019-01-01T00:00:00Z,d,power,1\n"
                + "2019-01-01T02:00:00Z,d,power,3\n"
                + "2019-01-01T01:00:00Z,d,power,2\n");

    replay(csv, true, true);

    long now = Instant.parse("2026-11-23T08:00:00.123Z").toEpochMilli();
    assertThat(times()).containsExactly(now - 7_200_000, now, now - 3_600_000);
  }

  @Test
  void recorded_time_passes_so_many_times_as_fast() throws Exception {
    Path csv =
        file(
            HEADER
                + "2026-11-01T06:00:00Z,d,power,1\n"
                + "2026-11-01T05:00:00Z,d,power,2\n"
                + "2026-11-01T06:05:00Z,d,power,3\n");
    long started = System.nanoTime();

    replay(options(csv, new Speed(1_000), false, false));

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .as("5 minutes a thousand times as fast; the row out of order does not wait")
        .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
    assertThat(times()).hasSize(3);
  }

  @Test
  void a_byte_order_mark_and_quotes_and_empty_lines_are_read() throws Exception {
    Path csv =
        file("\uFEFF" + HEADER + "\r\n\"2026-11-01T08:00:00+08:00\",\"d\",power,\"1\"\r\n\r\n");

    assertThat(replay(csv, false, true).rows()).isEqualTo(1);
    assertThat(times()).containsExactly(Instant.parse("2026-11-01T00:00:00Z").toEpochMilli());
  }

  @Test
  void every_fault_is_told_with_its_line_and_nothing_is_sent() throws Exception {
    Path csv =
        file(
            HEADER
                + "2026-11-01T06:00:00Z,d,power,1\n"
                + "yesterday,d,power,1\n"
                + "2026-11-01T06:00:00Z,a/b,power,1\n"
                + "2026-11-01T06:00:00Z,d,po wer,1\n"
                + "2026-11-01T06:00:00Z,d,power,NaN\n"
                + "2026-11-01T06:00:00Z,d,power,1d\n"
                + "2026-11-01T06:00:00Z,d,event:waved,p1\n"
                + "2026-11-01T06:00:00Z,d,power\n"
                + "2026-11-01T06:00:00Z,d,power,1,2\n");

    assertThatThrownBy(() -> replay(csv, false, false))
        .isInstanceOfSatisfying(
            InvalidReadings.class,
            e ->
                assertThat(e.faults())
                    .allMatch(fault -> fault.startsWith(csv + ":"))
                    .extracting(fault -> fault.substring(csv.toString().length() + 1))
                    .satisfiesExactly(
                        f -> assertThat(f).startsWith("3: «yesterday»").contains("ISO-8601"),
                        f -> assertThat(f).startsWith("4: device id «a/b»"),
                        f -> assertThat(f).startsWith("5: «po wer»"),
                        f -> assertThat(f).startsWith("6: «NaN»").contains("finite number"),
                        f -> assertThat(f).startsWith("7: «1d»"),
                        f -> assertThat(f).startsWith("8: «waved»").contains("forced_open"),
                        f -> assertThat(f).startsWith("9: 3 fields; expected 4"),
                        f -> assertThat(f).startsWith("10: 5 fields; expected 4")));
    assertThat(broker.received()).isEmpty();
  }

  @Test
  void another_header_is_told() throws Exception {
    Path labels = file("device,start,end,kind\n");

    assertThatThrownBy(() -> replay(labels, false, false))
        .hasMessage(
            labels
                + ":1: «device,start,end,kind» is no header; expected the header"
                + " time,device,metric,value");
    assertThatThrownBy(() -> replay(file(""), false, false))
        .hasMessageContaining(":1: the file is");
  }

  @Test
  void an_endless_number_of_faults_ends_early() throws Exception {
    Path csv = file(HEADER + "no row\n".repeat(1_000));

    assertThatThrownBy(() -> replay(csv, false, false))
        .isInstanceOfSatisfying(
            InvalidReadings.class, e -> assertThat(e.faults()).hasSize(ReadingsFile.MOST_FAULTS));
  }

  @Test
  void each_row_comes_with_its_own_time_though_the_connection_breaks() throws Exception {
    Map<Long, Double> rows = new TreeMap<>();
    StringBuilder csv = new StringBuilder(HEADER);
    Instant start = Instant.parse("2026-11-01T06:00:00Z");
    for (int i = 0; i < 3_000; i++) {
      Instant time = start.plusMillis(i * 1_500L);
      csv.append(time).append(",d,power,").append(i).append('\n');
      rows.put(time.toEpochMilli(), (double) i);
    }
    broker.breakEvery(700);
    Path acked = dir.resolve("acked");

    try (AckedFile serials = AckedFile.append(acked);
        Publisher publisher = Publisher.connect(broker.address(), serials, Duration.ofSeconds(5))) {
      Path file = file(csv.toString());
      replay(options(file, Speed.MAX, false, false), publisher);
    }

    Map<Long, Double> arrived = new TreeMap<>();
    for (ToyBroker.Received message : broker.received()) {
      JsonNode body = JSON.readTree(message.payload());
      arrived.put(body.get("ts").longValue(), body.at("/values/power").doubleValue());
    }
    assertThat(broker.connections()).isGreaterThan(3);
    assertThat(arrived).isEqualTo(rows);
    assertThat(Files.readAllLines(acked)).doesNotHaveDuplicates().hasSize(3_000);
  }

  private List<Long> times() throws Exception {
    List<Long> times = new ArrayList<>();
    for (ToyBroker.Received message : broker.received()) {
      times.add(JSON.readTree(message.payload()).get("ts").longValue());
    }
    return times;
  }

  private Replayed replay(Path csv, boolean shift, boolean live) throws Exception {
    return replay(options(csv, Speed.MAX, shift, live));
  }

  private Replayed replay(ReplayOptions options) throws Exception {
    try (Publisher publisher =
        Publisher.connect(broker.address(), serials -> {}, Duration.ofSeconds(5))) {
      return replay(options, publisher);
    }
  }

  private static Replayed replay(ReplayOptions options, Publisher publisher) throws Exception {
    return Replay.of(options, InstantSource.fixed(NOW), Progress.SILENT).onto(publisher);
  }

  private static ReplayOptions options(Path csv, Speed speed, boolean shift, boolean live) {
    return new ReplayOptions(csv, SiteId.of("east"), speed, shift, live);
  }

  private Path file(String text) throws Exception {
    return Files.write(dir.resolve("readings.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static ToyBroker.Received telemetry(String device, String payload) {
    return new ToyBroker.Received("wuchang/east/" + device + "/telemetry", json(payload));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
