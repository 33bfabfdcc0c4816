package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreFollowerTest {
  @Test
  void few_readings_are_stored_at_once_and_many_are_gathered() {
    assertThat(StoreFollower.pauseMillis(0)).isZero();
    assertThat(StoreFollower.pauseMillis(19)).isZero();
    assertThat(StoreFollower.pauseMillis(20)).isEqualTo(1);
    assertThat(StoreFollower.pauseMillis(3_999)).isEqualTo(199);
    assertThat(StoreFollower.pauseMillis(20_000)).isEqualTo(200);
  }
}
