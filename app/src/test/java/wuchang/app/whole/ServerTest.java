package wuchang.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.SiteId;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.replay.Replay;
import wuchang.simulators.replay.ReplayOptions;
import wuchang.simulators.replay.Speed;

/** The whole system from the wire to the views, with nothing pretended. */
class ServerTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String WARM = "select count(*) from wuchang.alerts where rule = 'FRG-01'";

  @TempDir Path data;

  @Test
  void a_replay_is_stored_once_judged_and_still_there_after_a_restart() throws Exception {
    Path csv = readings(data.resolve("readings.csv"));
    Laboratory laboratory = new Laboratory(data, data.resolve("site").resolve("db"));
    String[] span = {"--from", firstTime(csv), "--to", lastTime(csv)};
    String found = laboratory.findings("--csv", csv.toString());
    assertThat(found).contains("FRG-01,fridge-1");
    try (Whole whole = Whole.start(data.resolve("site"))) {
      replay(whole, csv);
      await().atMost(SOON).until(() -> stored(whole) == 600);
      replay(whole, csv);
      await()
          .atMost(SOON)
          .until(() -> whole.get("/api/v1/alerts?rule=FRG-01").contains("\"resolved\""));
      await().atMost(SOON).until(() -> whole.sql(WARM).equals("1"));
      assertThat(laboratory.findings(span)).as("from the running store").isEqualTo(found);
    }
    assertThat(laboratory.findings(span)).as("from the store at rest").isEqualTo(found);
    try (Whole again = Whole.start(data.resolve("site"))) {
      assertThat(stored(again)).isEqualTo(600);
      assertThat(again.sql("select count(distinct time) from wuchang.readings")).isEqualTo("300");
      assertThat(again.get("/api/v1/alerts?rule=FRG-01")).contains("\"state\":\"resolved\"");
      assertThat(again.sql(WARM)).isEqualTo("1");
    }
  }

  @Test
  void garbage_is_counted_kept_and_shown_and_nothing_stops() throws Exception {
    try (Whole whole = Whole.start(data)) {
      String telemetry = "wuchang/east/fridge-1/telemetry";
      byte[] binary = new byte[1000];
      new Random(1).nextBytes(binary);
      try (Publisher publisher = whole.publisher()) {
        publisher.publish(1, telemetry, new byte[0]);
        publisher.publish(2, telemetry, binary);
        publisher.publish(3, telemetry, new byte[1 << 20]);
        publisher.publish(4, telemetry, bytes("[".repeat(5000)));
        publisher.publish(5, telemetry, bytes("{\"temperature\":\"warm\"}"));
        publisher.publish(6, telemetry, bytes("{\"temperature\":NaN}"));
        publisher.publish(7, "wuchang/east/nobody/telemetry", bytes("{\"temperature\":4}"));
        publisher.publish(8, "wuchang/east/gate-1/event", bytes("{\"event\":\"exploded\"}"));
        publisher.publish(9, telemetry, bytes("{\"temperature\":4.5}"));
        assertThat(publisher.drain(SOON)).isTrue();
      }

      await().atMost(SOON).until(() -> stored(whole) == 1);
      for (String reason :
          new String[] {
            "empty", "malformed", "too_large", "bad_value", "unknown_device", "unknown_event"
          }) {
        String counted = "wuchang_readings_rejected_total{reason=\"" + reason + "\"";
        await(reason).atMost(SOON).until(() -> whole.get("/metrics").contains(counted));
      }
      await().atMost(SOON).until(() -> whole.get("/api/v1/unknown-devices").contains("nobody"));
      await()
          .atMost(SOON)
          .until(() -> whole.get("/api/v1/devices/fridge-1/rejected").contains("warm"));
      assertThat(whole.get("/health/ready")).isNotEmpty();
    }
  }

  @Test
  void a_forced_door_is_told_on_the_log_and_on_the_daily_record() throws Exception {
    Path told = data.resolve("told.log");
    Map<String, String> toFile =
        Map.of(
            "{id: log, kind: log, severities: [notice, warning, major, critical]}",
            "{id: log, kind: log, file: " + told + "}");
    try (Whole whole = Whole.start(data, toFile)) {
      whole.publish("wuchang/east/gate-1/event", "{\"event\":\"forced_open\"}");

      await().atMost(SOON).until(() -> Files.exists(told) && Files.size(told) > 0);
      assertThat(Files.readString(told)).contains("强行开门").contains("厨房门禁");
      await()
          .atMost(SOON)
          .until(() -> whole.sql("select count(*) from wuchang.alerts").equals("1"));
      await()
          .atMost(SOON)
          .until(() -> !whole.sql("select count(*) from wuchang.coverage").equals("0"));
      String today = whole.get("/api/v1/site");
      assertThat(today).contains("east");
      assertThat(whole.get("/metrics"))
          .contains("wuchang_alerts_open{severity=\"critical\"} 1.0")
          .contains("wuchang_alert_latency_seconds_count 1");
    }
  }

  @Test
  void what_tools_need_to_connect_is_for_the_owner_only() throws Exception {
    try (Whole whole = Whole.start(data)) {
      for (String file : new String[] {"connections.properties", "secrets.properties"}) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(whole.data().resolve(file))))
            .isEqualTo("rw-------");
      }
      assertThat(whole.server().firstPassword()).isPresent();
      assertThat(whole.get("/api/v1/me")).contains("admin");
      assertThat(whole.sql("select current_user")).isEqualTo("wuchang_reader");
    }
  }

  private static void replay(Whole whole, Path csv) throws Exception {
    try (Publisher publisher = whole.publisher()) {
      ReplayOptions options = new ReplayOptions(csv, SiteId.of("east"), Speed.MAX, false, false);
      Replay.of(options, InstantSource.system(), (done, all) -> {}).onto(publisher);
    }
  }

  private static long stored(Whole whole) throws Exception {
    return Long.parseLong(whole.sql("select count(*) from wuchang.readings"));
  }

  private static String firstTime(Path csv) throws Exception {
    return Files.readAllLines(csv).get(1).split(",")[0];
  }

  private static String lastTime(Path csv) throws Exception {
    return Files.readAllLines(csv).get(600).split(",")[0];
  }

  /** Five hours of a fridge that is too warm for one of them. */
  private static Path readings(Path file) throws Exception {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(3));
    StringBuilder csv = new StringBuilder("time,device,metric,value\n");
    for (int minute = 0; minute < 300; minute++) {
      Instant at = start.plus(Duration.ofMinutes(minute));
      double value = minute >= 100 && minute < 160 ? 12.5 : 4.25;
      csv.append(at).append(",fridge-1,temperature,").append(value).append('\n');
      csv.append(at).append(",fridge-1,door_open,0\n");
    }
    return Files.writeString(file, csv);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
