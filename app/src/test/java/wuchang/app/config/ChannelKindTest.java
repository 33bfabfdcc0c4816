package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Channels;

class ChannelKindTest {
  @Test
  void the_configuration_knows_exactly_the_kinds_that_are_built() {
    assertThat(Arrays.stream(ChannelKind.values()).map(ChannelKind::word))
        .containsExactlyInAnyOrderElementsOf(Channels.SUPPORTED);
  }
}
