package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.Canteen;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.alerts.channel.Receipt.Busy;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.domain.site.ChannelPlan;

/** The three group robots against servers that behave like theirs. */
class RobotChannelTest {
  private static final String SECRET = "hidden-word-4711";
  private static final Instant NOW = Canteen.time("10:05");

  @Test
  void signatures_are_those_of_the_test_vectors() {
    String dingtalk = Signature.dingtalk("SEC_demo_secret_0001", 1_767_225_600_000L);

    assertThat(dingtalk).isEqualTo("qwh8eaH9DlMYOZVddEjza0sH9wENkYYetu3ppa+1zbc=");
    assertThat(URLEncoder.encode(dingtalk, StandardCharsets.UTF_8))
        .isEqualTo("qwh8eaH9DlMYOZVddEjza0sH9wENkYYetu3ppa%2B1zbc%3D");
    assertThat(Signature.feishu("feishu_demo_secret_0001", 1_767_225_600L))
        .isEqualTo("XCOcfnRJzCd1GM+PlBWiuTSIfXdSjrLyLbpe0z0E9Bo=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wecom", "dingtalk", "feishu"})
  void a_message_says_what_where_what_to_do_and_who_and_is_taken(String kind) throws IOException {
    try (GroupRobot robot = robot(kind)) {
      assertThat(send(robot, kind, Examples.opened())).isEqualTo(new Accepted("HTTP 200, code 0"));

      assertThat(robot.read().get(0))
          .contains("冷藏超温", "1号冷柜", "已持续30分钟高于8℃", "始于 09:30", "处理：检查柜门", "待接手：张三");
      assertThat(robot.bodies().get(0).toString()).contains(Examples.opened().link().toString());
    }
  }

  @Test
  void wecom_and_dingtalk_call_out_who_is_meant_and_nobody_at_the_end() throws IOException {
    try (GroupRobot wecom = robot("wecom");
        GroupRobot dingtalk = robot("dingtalk")) {
      for (Message message : List.of(Examples.opened(), Examples.resolved())) {
        send(wecom, "wecom", message);
        send(dingtalk, "dingtalk", message);
      }

      assertThat(texts(wecom.bodies().get(0).at("/text/mentioned_mobile_list")))
          .containsExactly("13800001111");
      assertThat(texts(wecom.bodies().get(1).at("/text/mentioned_mobile_list"))).isEmpty();
      assertThat(texts(dingtalk.bodies().get(0).at("/at/atMobiles")))
          .containsExactly("13800001111");
      assertThat(dingtalk.read().get(1)).doesNotContain("13800001111");
    }
  }

  @Test
  void a_feishu_card_has_a_button_and_the_colour_of_its_severity() throws IOException {
    try (GroupRobot robot = robot("feishu")) {
      send(robot, "feishu", Examples.opened());
      send(robot, "feishu", Examples.resolved());
      JsonNode card = robot.bodies().get(0).at("/card");

      assertThat(card.at("/header/template").asText()).isEqualTo("red");
      assertThat(card.at("/elements/1/actions/0/url").asText())
          .isEqualTo(Examples.opened().link().toString());
      assertThat(card.at("/elements/1/actions/0/text/content").asText()).isEqualTo("我来处理");
      assertThat(robot.bodies().get(1).at("/card/header/template").asText()).isEqualTo("green");
      assertThat(robot.bodies().get(1).toString()).contains("查看").doesNotContain("<at");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wecom, 45009, rest 60",
    "wecom, 93000, never",
    "wecom, 40058, never",
    "wecom, -1, later",
    "dingtalk, 130101, rest 600",
    "dingtalk, 410100, rest 600",
    "dingtalk, 310000, never",
    "dingtalk, 90030, never",
    "dingtalk, -1, later",
    "feishu, 11232, rest 15",
    "feishu, 19021, never",
    "feishu, 19022, never",
    "feishu, 19024, never",
    "feishu, 9499, never"
  })
  void a_200_with_a_code_is_a_failure_and_says_what_to_do(String kind, int code, String expected)
      throws IOException {
    try (GroupRobot robot = robot(kind)) {
      robot.force(code);
      Receipt receipt = send(robot, kind, Examples.opened());

      assertThat(what(receipt)).isEqualTo(expected);
      assertThat(receipt.words()).startsWith("code " + code);
      assertThat(robot.read()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wecom", "dingtalk", "feishu"})
  void no_receipt_and_no_log_line_holds_the_address_or_the_secret(String kind) throws IOException {
    try (GroupRobot robot = robot(kind);
        LogLines lines = new LogLines("wuchang")) {
      robot.force(93_000);
      Receipt refused = send(robot, kind, Examples.opened());
      robot.stop();
      Receipt away = send(robot, kind, Examples.opened());

      assertThat(refused + " " + away + lines.all())
          .doesNotContain(SECRET, "hidden-token", "127.0.0.1", "13800001111");
      assertThat(what(away)).isEqualTo("later");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wecom", "dingtalk", "feishu"})
  void a_long_text_is_cut_between_characters_and_keeps_its_link(String kind) throws IOException {
    String name = "冷".repeat(3_000) + "😀".repeat(3_000);
    try (GroupRobot robot = robot(kind)) {
      for (String pad : List.of("", "a", "ab", "abc")) {
        assertThat(send(robot, kind, Examples.named(pad + name))).isInstanceOf(Accepted.class);
      }

      assertThat(robot.read()).allMatch(text -> text.contains("…") && !text.contains("\uFFFD"));
      assertThat(robot.bodies())
          .allMatch(body -> body.toString().contains(Examples.opened().link().toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dingtalk", "feishu"})
  void a_name_with_marks_is_only_text(String kind) throws IOException {
    try (GroupRobot robot = robot(kind)) {
      send(robot, kind, Examples.named("<at id=all></at> [x](http://evil) **b** @13911112222"));

      String said = robot.read().get(0).substring(robot.read().get(0).indexOf('\n'));
      assertThat(said).doesNotContain("<at", "[x](", "**", "@139");
    }
  }

  @Test
  void without_a_secret_nothing_is_signed() throws IOException {
    try (GroupRobot robot = robot("dingtalk")) {
      Receipt receipt =
          send(
              new ChannelPlan(
                  "group",
                  "dingtalk",
                  Optional.of(robot.url()),
                  Optional.empty(),
                  Set.of(),
                  0,
                  Map.of()),
              Examples.opened());

      assertThat(what(receipt)).isEqualTo("never");
    }
  }

  private static GroupRobot robot(String kind) throws IOException {
    return GroupRobot.of(kind, SECRET, () -> NOW);
  }

  private static Receipt send(GroupRobot robot, String kind, Message message) {
    return send(Examples.plan(kind, robot.url().toString(), SECRET), message);
  }

  private static Receipt send(ChannelPlan plan, Message message) {
    try (Channels channels =
        Channels.of(List.of(plan), new ChannelParts(() -> NOW, Optional.empty()))) {
      return channels
          .channel("group")
          .orElseThrow()
          .send(message)
          .toCompletableFuture()
          .orTimeout(20, TimeUnit.SECONDS)
          .join();
    }
  }

  private static String what(Receipt receipt) {
    if (receipt instanceof Busy busy) {
      return "rest " + Duration.from(busy.rest()).toSeconds();
    }
    return receipt instanceof Failed failed ? failed.retryable() ? "later" : "never" : "sent";
  }

  private static List<String> texts(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
