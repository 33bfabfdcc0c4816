package wuchang.app.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final long HOUR = 3_600_000;

  private final List<Long> given = new ArrayList<>();
  private final Window window = new Window((time, device, what, value) -> given.add(time), 100_000);

  @Test
  void rows_a_little_late_and_hours_late_come_out_in_order_and_none_is_lost() throws Exception {
    Random random = new Random(3);
    List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      long late = random.nextInt(50) == 0 ? 20 * HOUR : random.nextInt(3) == 0 ? HOUR / 60 : 0;
      long time = 100 * HOUR + i * 10_000L - random.nextInt((int) late + 1);
      wanted.add(time);
      take(time);
    }
    assertThat(given).as("a year waits for a day only").hasSizeGreaterThan(40_000);
    window.finish();

    assertThat(given).isEqualTo(wanted.stream().sorted().toList());
  }

  @Test
  void a_row_exactly_a_day_late_is_in_time_and_one_later_is_not() throws Exception {
    take(100 * HOUR);
    take(101 * HOUR);
    take(125 * HOUR);
    take(101 * HOUR);
    take(100 * HOUR);

    assertThat(given).containsExactly(100 * HOUR);
    assertThatThrownBy(() -> take(100 * HOUR - 1)).isInstanceOf(Window.TooNarrow.class);
  }

  @Test
  void more_rows_than_may_wait_are_too_many() throws Exception {
    for (int i = 0; i < 100_000; i++) {
      take(i);
    }

    assertThatThrownBy(() -> take(5)).isInstanceOf(Window.TooNarrow.class);
  }

  private void take(long time) throws Exception {
    window.take(time, 0, 0, 0);
  }
}
