package wuchang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Inbox inbox = new Inbox();

  private static Arrival arrival(int bytes, boolean superseded) {
    Receipt receipt =
        new Receipt() {
          @Override
          public void accepted(int observations) {}

          @Override
          public boolean isSuperseded() {
            return superseded;
          }
        };
    return new Arrival(Incoming.of("t", new byte[bytes], false, Instant.EPOCH), receipt);
  }

  @Test
  void gives_back_in_order_and_no_more_than_asked() throws Exception {
    for (int i = 1; i <= 5; i++) {
      inbox.offer(arrival(i, false));
    }
    assertThat(inbox.take(3, Long.MAX_VALUE, AT_ONCE))
        .extracting(a -> a.incoming().wholeBytes())
        .containsExactly(1, 2, 3);
    assertThat(inbox.take(3, 1, AT_ONCE))
        .extracting(a -> a.incoming().wholeBytes())
        .containsExactly(4);
    assertThat(inbox.take(3, 1, AT_ONCE)).hasSize(1);
    assertThat(inbox.take(3, 1, AT_ONCE)).isEmpty();
  }

  @Test
  void takes_no_more_than_its_weight_and_has_room_again_when_emptied() throws Exception {
    int held = 0;
    while (inbox.offer(arrival(Incoming.MOST_BYTES, false))) {
      held++;
    }
    assertThat(held).isEqualTo(Inbox.MOST_BYTES / (Incoming.MOST_BYTES + 512));
    assertThat(inbox.offer(arrival(Incoming.MOST_BYTES, false), Duration.ofMillis(1))).isFalse();

    assertThat(inbox.take(1, 1, AT_ONCE)).hasSize(1);
    assertThat(inbox.offer(arrival(Incoming.MOST_BYTES, false), Duration.ofMillis(1))).isTrue();
  }

  @Test
  void of_a_megabyte_only_the_beginning_is_held() {
    assertThat(arrival(1 << 20, false).weight()).isLessThan(8192);
  }

  @Test
  void lets_go_of_what_will_be_sent_again() throws Exception {
    inbox.offer(arrival(1, true));
    inbox.offer(arrival(2, false));
    inbox.forgetSuperseded();
    assertThat(inbox.take(9, Long.MAX_VALUE, AT_ONCE))
        .extracting(a -> a.incoming().wholeBytes())
        .containsExactly(2);
  }
}
