package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {
  @Test
  void builds_each_supported_kind_under_its_id() {
    Channels channels =
        Channels.of(
            List.of(Examples.log(Map.of()), Examples.plan("webhook", "http://127.0.0.1:9/x", "")),
            Examples.PARTS);

    assertThat(channels.channel("screen")).containsInstanceOf(LogChannel.class);
    assertThat(channels.channel("group")).containsInstanceOf(WebhookChannel.class);
    assertThat(channels.channel("nobody")).isEmpty();
  }

  @Test
  void a_kind_that_cannot_be_built_is_named_with_those_that_can() {
    assertThatThrownBy(() -> Channels.of(List.of(Examples.plan("pigeon", "", "")), Examples.PARTS))
        .hasMessageContainingAll(
            "group", "pigeon", "wecom, dingtalk, feishu, email, webhook, mqtt, sms, log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://h/x", "http:x", "http://u:hidden-word@h/x"})
  void a_webhook_without_a_usable_url_is_refused_without_repeating_it(String url) {
    assertThatThrownBy(
            () -> Channels.of(List.of(Examples.plan("webhook", url, "")), Examples.PARTS))
        .hasMessageContaining("group")
        .hasMessageContaining("http(s)://")
        .hasMessageNotContaining("hidden-word");
  }

  @Test
  void a_secret_that_no_header_can_carry_is_refused_without_repeating_it() {
    assertThatThrownBy(
            () ->
                Channels.of(
                    List.of(Examples.plan("webhook", "http://h/x", "hidden\nword")),
                    Examples.PARTS))
        .hasMessageContaining("secret")
        .hasMessageNotContaining("hidden");
  }
}
