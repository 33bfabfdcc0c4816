package wuchang.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final Throttle throttle = new Throttle(nanos::get, 3);

  @Test
  void lets_the_free_tries_pass_and_then_asks_to_wait() {
    tryTimes(3);

    assertThat(throttle.admit("a")).contains(Duration.ofSeconds(2));
    assertThat(throttle.admit("b")).isEmpty();
  }

  @Test
  void doubles_the_wait_with_each_further_try_up_to_a_quarter_of_an_hour() {
    tryTimes(3);
    for (long seconds = 2; seconds < 900; seconds *= 2) {
      assertThat(throttle.admit("a")).contains(Duration.ofSeconds(seconds));
      advance(Duration.ofSeconds(seconds));
      assertThat(throttle.admit("a")).isEmpty();
    }

    assertThat(throttle.admit("a")).contains(Duration.ofMinutes(15));
  }

  @Test
  void a_refused_try_does_not_make_the_wait_longer() {
    tryTimes(3);
    throttle.admit("a");
    advance(Duration.ofSeconds(1));

    assertThat(throttle.admit("a")).contains(Duration.ofSeconds(1));
  }

  @Test
  void a_success_forgets() {
    tryTimes(3);
    throttle.forget("a");

    assertThat(throttle.admit("a")).isEmpty();
  }

  @Test
  void half_an_hour_of_quiet_forgets() {
    tryTimes(3);
    advance(Duration.ofMinutes(30).plusNanos(1));

    tryTimes(3);
    assertThat(throttle.admit("a")).contains(Duration.ofSeconds(2));
  }

  @Test
  void remembers_a_bounded_number_of_keys_and_forgets_the_oldest() {
    tryTimes(3);
    for (int i = 0; i < 10_000; i++) {
      throttle.admit("other-" + i);
    }

    assertThat(throttle.admit("a")).isEmpty();
  }

  private void tryTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.admit("a")).isEmpty();
    }
  }

  private void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }
}
