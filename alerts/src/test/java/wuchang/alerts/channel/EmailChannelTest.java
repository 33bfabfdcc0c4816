package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.site.ChannelPlan;

/** E-mail against a real SMTP server, and one that refuses. */
class EmailChannelTest {
  private static final String SECRET = "hidden-word-4711";

  private final ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
  private final GreenMail server = new GreenMail(setup);

  @BeforeEach
  void start() {
    setup.setServerStartupTimeout(60_000);
    server.start();
    server.setUser("wuchang", SECRET);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_says_all_and_goes_to_each_address() throws Exception {
    Receipt receipt = send(plan(port(), Map.of("username", "wuchang")), Examples.opened());

    assertThat(receipt).isEqualTo(new Receipt.Accepted("SMTP 250"));
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(mail.getSubject()).isEqualTo("【重大】冷藏超温 · 冷库1号冷柜");
    assertThat((String) mail.getContent())
        .contains("已持续30分钟高于8℃。", "处理：检查柜门。", Examples.opened().link().toString());
    assertThat(mail.getHeader("Message-ID")[0])
        .isEqualTo("<" + Examples.opened().alert().id() + ".opened.group@example.org>");
  }

  @Test
  void the_same_notification_makes_the_same_mail_id() throws Exception {
    send(plan(port(), Map.of("to", "a@example.org")), Examples.opened());
    send(plan(port(), Map.of("to", "a@example.org")), Examples.opened());

    assertThat(server.getReceivedMessages()[0].getHeader("Message-ID"))
        .isEqualTo(server.getReceivedMessages()[1].getHeader("Message-ID"));
  }

  @Test
  void a_wrong_password_is_not_tried_again_and_not_repeated() {
    server.setUser("other", "another-word");
    Receipt receipt = send(plan(port(), Map.of("username", "other")), Examples.opened());

    assertThat(receipt).isInstanceOf(Receipt.Failed.class);
    assertThat(((Receipt.Failed) receipt).retryable()).isFalse();
    assertThat(receipt.toString()).doesNotContain(SECRET);
  }

  @Test
  void a_server_that_is_away_may_be_tried_again() {
    int port = port();
    server.stop();
    Receipt receipt = send(plan(port, Map.of()), Examples.opened());

    assertThat(((Receipt.Failed) receipt).retryable()).isTrue();
    assertThat(receipt.words()).startsWith("no answer").doesNotContain("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({"451, true", "554, false"})
  void codes_of_400_pass_and_codes_of_500_stay(int code, boolean again) throws Exception {
    try (ServerSocket refusing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread answers = new Thread(() -> refuse(refusing, code));
      answers.setDaemon(true);
      answers.start();
      Receipt receipt = send(plan(refusing.getLocalPort(), Map.of()), Examples.opened());

      assertThat(receipt).isEqualTo(new Receipt.Failed(again, "SMTP " + code));
    }
  }

  @Test
  void what_cannot_be_an_address_is_named_and_not_repeated() {
    assertThatThrownBy(() -> send(plan(1, Map.of("to", "hidden@@x")), Examples.opened()))
        .hasMessageContainingAll("channel group (email)", "to", "e-mail addresses")
        .hasMessageNotContaining("hidden@@x");
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private static Receipt send(ChannelPlan plan, Message message) {
    try (Channels channels = Channels.of(List.of(plan), Examples.PARTS)) {
      return channels
          .channel("group")
          .orElseThrow()
          .send(message)
          .toCompletableFuture()
          .orTimeout(20, TimeUnit.SECONDS)
          .join();
    }
  }

  private static ChannelPlan plan(int port, Map<String, String> more) {
    Map<String, String> options =
        new java.util.HashMap<>(
            Map.of("from", "wuchang@example.org", "to", "a@example.org,b@example.org"));
    options.putAll(more);
    return new ChannelPlan(
        "group",
        "email",
        Optional.of(URI.create("smtp://127.0.0.1:" + port)),
        Optional.of(SECRET),
        Set.of(),
        0,
        options);
  }

  /** Greets, and refuses the sender with a code. */
  private static void refuse(ServerSocket server, int code) {
    try (Socket socket = server.accept();
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      out.print("220 hello\r\n");
      out.flush();
      var lines =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.print((line.startsWith("MAIL") ? code + " not now" : "250 ok") + "\r\n");
        out.flush();
      }
    } catch (IOException e) {
      // The client has gone: that is the end of the test.
    }
  }
}
