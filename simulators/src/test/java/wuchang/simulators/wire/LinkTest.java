package wuchang.simulators.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Troubles;

class LinkTest {
  private static final Site SITE = EastCanteen.site();
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  private static final Instant DUE = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void a_contact_that_moves_while_a_sample_is_late_is_told_after_it() {
    List<Message> sent = new ArrayList<>();
    Link link =
        new Link(
            SITE.devices().get(FRIDGE),
            Voices.of(SITE, SITE.devices().get(FRIDGE)),
            WireHabits.PERFECT,
            new SplittableRandom(1));

    link.sample(open(DUE.plusMillis(340), 1), Troubles.NONE, false, sent::add);
    link.say(open(DUE.plusMillis(100), 0), Troubles.NONE, false, sent::add);
    link.say(open(DUE.plus(Duration.ofSeconds(9)), 1), Troubles.NONE, false, sent::add);

    assertThat(sent)
        .extracting(Message::time)
        .containsExactly(DUE.plusMillis(340), DUE.plusMillis(341), DUE.plusSeconds(9));
  }

  private static Saying.Values open(Instant at, double open) {
    return new Saying.Values(at, Map.of(Metric.DOOR_OPEN, open));
  }
}
