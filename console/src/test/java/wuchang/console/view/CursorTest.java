package wuchang.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.console.fake.Alerts;
import wuchang.console.fake.DemoSite;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;

class CursorTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void walks_through_all_alerts_newest_first_each_once() {
    List<Alert> alerts = alerts(23);
    Collections.shuffle(alerts, new Random(1));

    List<String> walked = walk(alerts, alerts, 5);

    assertThat(walked).hasSize(23).doesNotHaveDuplicates();
    assertThat(walked).startsWith("a22", "a21").endsWith("a0");
  }

  @Test
  void alerts_that_come_meanwhile_neither_shift_nor_repeat_what_follows() {
    List<Alert> before = alerts(20);
    List<Alert> after = new ArrayList<>(before);
    for (int i = 0; i < 7; i++) {
      after.add(alert("new" + i, START.plus(Duration.ofDays(1).plusMinutes(i))));
    }

    assertThat(walk(before, after, 4)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void alerts_of_the_same_instant_are_told_apart_by_their_id() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      alerts.add(alert("b" + i, START));
    }

    assertThat(walk(alerts, alerts, 2)).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void a_page_that_holds_all_that_is_left_has_no_next() {
    assertThat(Cursor.page(alerts(5), Optional.empty(), 5).next()).isEmpty();
    assertThat(Cursor.page(alerts(6), Optional.empty(), 5).next()).isPresent();
    assertThat(Cursor.page(List.of(), Optional.empty(), 5).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!", "MjAyNg", "MjAyNi0xMS0yM1QxMDowMDowMFo", "bm8gdGltZSBhMQ"})
  void a_made_up_cursor_is_none(String word) {
    assertThat(Cursor.of(word)).isEmpty();
  }

  @Test
  void reads_what_it_wrote() {
    Cursor cursor = new Cursor(START.plusMillis(7), alert("一号.x:y", START).id());

    assertThat(Cursor.of(cursor.word())).contains(cursor);
  }

  /** The first page from one list, the rest from another. */
  private static List<String> walk(List<Alert> first, List<Alert> rest, int limit) {
    List<String> ids = new ArrayList<>();
    Page<Alert> page = Cursor.page(first, Optional.empty(), limit);
    page.items().forEach(alert -> ids.add(alert.id().value()));
    while (page.next().isPresent()) {
      page = Cursor.page(rest, page.next().flatMap(Cursor::of), limit);
      page.items().forEach(alert -> ids.add(alert.id().value()));
    }
    return ids;
  }

  private static List<Alert> alerts(int count) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alerts.add(alert("a" + i, START.plus(Duration.ofMinutes(i))));
    }
    return alerts;
  }

  private static Alert alert(String id, Instant raisedAt) {
    return Alerts.open(id, Severity.MAJOR, DemoSite.COLD, raisedAt);
  }
}
