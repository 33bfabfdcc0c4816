package wuchang.app.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiskSortTest {
  @Test
  void rows_come_back_in_order_and_whole() throws Exception {
    Random random = new Random(5);
    List<String> wanted = new ArrayList<>();
    try (DiskSort sort = new DiskSort(100)) {
      for (int row = 0; row < 12_345; row++) {
        long time = random.nextInt(1_000_000) * 1_000L;
        sort.take(time, row, -row, row / 8.0);
        wanted.add(text(time, row, -row, row / 8.0));
      }

      List<String> rows = given(sort);

      assertThat(sort.isOnDisk()).isTrue();
      assertThat(rows.stream().map(DiskSortTest::time).toList()).isSorted();
      assertThat(rows.stream().sorted().toList()).isEqualTo(wanted.stream().sorted().toList());
    }
  }

  @Test
  void what_fits_into_memory_never_touches_the_disk() throws Exception {
    try (DiskSort sort = new DiskSort(100)) {
      sort.take(7, 0, 0, 0);
      sort.take(3, 0, 0, 0);

      assertThat(given(sort)).containsExactly("3 0 0 0.0", "7 0 0 0.0");
      assertThat(sort.isOnDisk()).isFalse();
    }
  }

  @Test
  void times_thousands_of_years_apart_are_sorted_too() throws Exception {
    try (DiskSort sort = new DiskSort(1 << 15)) {
      List<Long> times = List.of(253_402_300_799_999L, 0L, 5L);
      for (int i = 0; i < 30_000; i++) {
        sort.take(times.get(i % 3), i, 0, 0);
      }

      assertThat(given(sort).stream().map(DiskSortTest::time).toList()).isSorted().hasSize(30_000);
    }
  }

  @Test
  void the_temporary_file_has_no_name() throws Exception {
    List<String> before = named();
    try (DiskSort sort = new DiskSort(1)) {
      sort.take(1, 0, 0, 0);
      sort.take(2, 0, 0, 0);

      assertThat(sort.isOnDisk()).isTrue();
      assertThat(named()).isEqualTo(before);
    }
  }

  /** What another process was cut off in making may lie there, too. */
  private static List<String> named() {
    String[] names = new File(System.getProperty("java.io.tmpdir")).list();
    return Stream.of(names).filter(name -> name.startsWith("wuchang-backtest")).sorted().toList();
  }

  private static List<String> given(DiskSort sort) throws Exception {
    List<String> rows = new ArrayList<>();
    sort.give((time, device, what, value) -> rows.add(text(time, device, what, value)));
    return rows;
  }

  private static String text(long time, int device, int what, double value) {
    return time + " " + device + " " + what + " " + value;
  }

  private static long time(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(' ')));
  }
}
