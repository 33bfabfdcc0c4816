package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wuchang.console.access.NewAccount;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.DemoSite;
import wuchang.console.live.Listener;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Role;

class StreamTest extends ConsoleCase {
  private record Event(String name, String data) {}

  private final List<AutoCloseable> streams = new ArrayList<>();

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @AfterEach
  void closeStreams() throws Exception {
    for (AutoCloseable stream : streams) {
      stream.close();
    }
  }

  @Test
  void says_hello_and_then_tells_of_an_alert_as_the_list_would() throws Exception {
    BlockingQueue<Event> events = listen(Role.VIEWER);
    assertThat(json(next(events, "hello").data()).path("now").textValue())
        .isEqualTo("2026-11-23T10:00:00Z");

    open("a1");

    Event event = next(events, "alert");
    assertThat(json(event.data())).isEqualTo(json(as(Role.VIEWER).get("/api/v1/alerts/a1"), 200));
  }

  @Test
  void tells_of_a_reading_each_time_and_of_a_device_when_the_verdict_changes() throws Exception {
    BlockingQueue<Event> events = listen(Role.VIEWER);
    next(events, "hello");

    say(EvidenceState.COMPLIANT, DemoSite.FRIDGE, 4.0);
    assertThat(json(next(events, "device").data()).path("state").textValue())
        .isEqualTo("compliant");
    assertThat(json(next(events, "reading").data()).path("value").doubleValue()).isEqualTo(4.0);
    say(EvidenceState.COMPLIANT, DemoSite.FRIDGE, 4.1);
    assertThat(json(next(events, "reading").data()).path("value").doubleValue()).isEqualTo(4.1);
    say(EvidenceState.BREACH, DemoSite.FRIDGE, 4.1);
    assertThat(json(next(events, "device").data()))
        .isEqualTo(json(as(Role.VIEWER).get("/api/v1/devices"), 200).path("items").get(0));
    say(EvidenceState.BREACH, DeviceId.of("not-configured"), 1);
    open("last");
    next(events, "alert");
  }

  @Test
  void tells_a_contractor_of_its_own_areas_only() throws Exception {
    canteen
        .accounts()
        .add(
            new NewAccount(
                PersonId.of("contractor"),
                Role.CONTRACTOR,
                Set.of(DemoSite.WASH),
                Optional.empty()),
            Canteen.PASSWORD);
    BlockingQueue<Event> events = listen(Role.CONTRACTOR);
    next(events, "hello");

    open("foreign", DemoSite.COLD);
    say(EvidenceState.BREACH, DemoSite.FRIDGE, 9);
    open("own", DemoSite.WASH);

    assertThat(json(next(events, "alert").data()).path("id").textValue()).isEqualTo("own");
  }

  @Test
  void cuts_off_who_does_not_read_and_keeps_its_memory() throws Exception {
    String token = canteen.token(Role.VIEWER);
    try (Socket socket = new Socket("127.0.0.1", canteen.port())) {
      socket.setReceiveBufferSize(4096);
      String request =
          "GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> metrics().contains("wuchang_stream_listeners 1.0"));

      // Far more than the sockets' buffers and what may wait hold; never a byte of it is read.
      long enough = 64L * Listener.MOST_WAITING / 1024;
      for (int i = 0; i < enough && !metrics().contains("wuchang_stream_dropped_total 1.0"); i++) {
        for (int j = 0; j < 50; j++) {
          open("a-" + i + "-" + j);
        }
      }

      await()
          .untilAsserted(
              () ->
                  assertThat(metrics())
                      .contains(
                          "wuchang_stream_dropped_total 1.0", "wuchang_stream_listeners 0.0"));
    }
  }

  @Test
  void forgets_who_has_gone() throws Exception {
    listen(Role.VIEWER);
    await().until(() -> metrics().contains("wuchang_stream_listeners 1.0"));

    streams.get(0).close();

    await().untilAsserted(() -> assertThat(metrics()).contains("wuchang_stream_listeners 0.0"));
  }

  @Test
  void is_no_place_for_caches_proxies_or_compression() {
    var answer = as(Role.VIEWER).with("Accept-Encoding", "gzip").open("/api/v1/stream");
    streams.add(answer.body());

    assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("content-encoding").orElse("identity"))
        .isEqualTo("identity");
  }

  private void say(EvidenceState state, DeviceId device, double value) {
    clock.advance(Duration.ofSeconds(1));
    canteen
        .rules()
        .say(
            List.of(
                new DeviceState(
                    device,
                    state,
                    Map.of(RuleId.of("FRG-01"), state),
                    List.of(
                        Reading.of(
                            device,
                            Metric.TEMPERATURE,
                            NOW.plusMillis(Math.round(value * 10)),
                            value)))));
  }

  private String metrics() {
    return nobody().get("/metrics").body();
  }

  private Event next(BlockingQueue<Event> events, String name) throws InterruptedException {
    Event event = events.poll(60, TimeUnit.SECONDS);
    assertThat(event).as("an event within a minute").isNotNull();
    assertThat(event.name()).isEqualTo(name);
    return event;
  }

  private BlockingQueue<Event> listen(Role role) {
    InputStream in = as(role).open("/api/v1/stream").body();
    streams.add(in);
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(in, events), "stream-reader");
    reader.setDaemon(true);
    reader.start();
    return events;
  }

  private static void read(InputStream in, BlockingQueue<Event> events) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, line.substring(6)));
        }
      }
    } catch (IOException e) {
      // The test closed it.
    }
  }
}
