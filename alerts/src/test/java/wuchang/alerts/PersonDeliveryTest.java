package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.site.ChannelPlan;

/**
 * From findings to a real mail server and to a provider of text messages and calls, through the
 * whole stage: decided, journalled, sent, receipted. Time is virtual.
 */
class PersonDeliveryTest {
  private static final DeviceId UNIT = DeviceId.of("unit-1");

  private GreenMail mails;
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer provider;

  @BeforeEach
  void listen() throws IOException {
    ServerSetup setup = new ServerSetup(freePort(), "127.0.0.1", "smtp");
    setup.setServerStartupTimeout(60_000);
    mails = new GreenMail(setup);
    mails.start();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/sms", exchange -> answer(exchange, texts));
    provider.createContext("/call", exchange -> answer(exchange, calls));
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
    mails.stop();
  }

  @Test
  void a_mail_is_accepted_once_also_over_a_restart() {
    try (RealDelivery delivery = new RealDelivery(List.of(mail())).at("10:05")) {
      delivery.breached(FRG, UNIT, Severity.MAJOR);
      delivery.restarted();
      delivery.pass(Duration.ofMinutes(1));

      assertThat(mails.getReceivedMessages()).hasSize(1);
      assertThat(delivery.outcomes("mail")).containsExactly(Outcome.ACCEPTED);
    }
  }

  @Test
  void a_mail_server_that_is_away_for_a_while_gets_it_afterwards() {
    try (RealDelivery delivery = new RealDelivery(List.of(mail())).at("10:05")) {
      mails.stop();
      delivery.breached(FRG, UNIT, Severity.MAJOR);
      delivery.pass(Duration.ofMinutes(2));
      assertThat(delivery.outcomes("mail")).isEmpty();
      mails.start();
      delivery.pass(Duration.ofMinutes(5));

      assertThat(mails.getReceivedMessages()).hasSize(1);
      assertThat(delivery.outcomes("mail")).containsExactly(Outcome.ACCEPTED);
    }
  }

  @Test
  void a_text_goes_after_a_quarter_and_a_call_for_what_is_critical_after_five_minutes() {
    List<ChannelPlan> plans =
        List.of(
            phone("text", "/sms", Map.of(Severity.MAJOR, Duration.ofMinutes(15))),
            phone("call", "/call", Map.of(Severity.CRITICAL, Duration.ofMinutes(5))));
    try (RealDelivery delivery = new RealDelivery(plans).at("10:05")) {
      delivery.breached(FRG, UNIT, Severity.CRITICAL);
      assertThat(texts).hasSize(1);
      assertThat(calls).isEmpty();
      delivery.pass(Duration.ofMinutes(5).minusSeconds(1));
      assertThat(calls).isEmpty();
      delivery.pass(Duration.ofSeconds(2));

      assertThat(calls).hasSize(1);
      assertThat(delivery.outcomes("text")).isNotEmpty().containsOnly(Outcome.ACCEPTED);
      assertThat(delivery.outcomes("call")).containsExactly(Outcome.ACCEPTED);
    }
  }

  @Test
  void a_text_that_the_provider_refuses_goes_by_mail() {
    List<ChannelPlan> plans =
        List.of(phone("text", "/nowhere", Map.of()), only(mail(), Severity.NOTICE));
    try (RealDelivery delivery = new RealDelivery(plans).at("10:05")) {
      delivery.breached(FRG, UNIT, Severity.MAJOR);
      delivery.pass(Duration.ofMinutes(4));

      assertThat(delivery.outcomes("text")).startsWith(Outcome.FAILED);
      assertThat(mails.getReceivedMessages()).isNotEmpty();
      assertThat(delivery.outcomes("mail")).startsWith(Outcome.ACCEPTED);
    }
  }

  /** The server must come back at the same place. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ChannelPlan mail() {
    return new ChannelPlan(
        "mail",
        "email",
        Optional.of(URI.create("smtp://127.0.0.1:" + mails.getSmtp().getPort())),
        Optional.empty(),
        Set.of(),
        20,
        Map.of("from", "wuchang@example.org", "to", "head@example.org"));
  }

  private ChannelPlan phone(String id, String path, Map<Severity, Duration> after) {
    return new ChannelPlan(
        id,
        "sms",
        Optional.of(URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + path)),
        Optional.empty(),
        Set.of(),
        20,
        Map.of("body", "to={phones}&text={headline}", "to", "13800001111", "ok", "/code=0"),
        after,
        Optional.empty());
  }

  private static ChannelPlan only(ChannelPlan plan, Severity severity) {
    return new ChannelPlan(
        plan.id(),
        plan.kind(),
        plan.url(),
        plan.secret(),
        Set.of(severity),
        plan.perMinute(),
        plan.options());
  }

  private static void answer(HttpExchange exchange, List<String> said) throws IOException {
    said.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = "{\"code\":0}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
