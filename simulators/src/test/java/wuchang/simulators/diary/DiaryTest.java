package wuchang.simulators.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.RecordMishap;
import wuchang.simulators.people.Roster;
import wuchang.simulators.people.Walk;

class DiaryTest {
  private static final Site SITE = EastCanteen.site();
  private static final Diary DIARY = new Diary(SITE, 1);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void whoever_comes_to_work_was_checked_within_the_ten_minutes_before() {
    List<Note> checks = of("morning-check", DIARY.on(MONDAY, List.of()));
    List<Walk> arrivals = Roster.of(SITE, 1).arrivals(MONDAY);

    assertThat(checks).hasSameSizeAs(arrivals);
    for (int i = 0; i < checks.size(); i++) {
      assertThat(checks.get(i).fields()).containsEntry("person", arrivals.get(i).who().person());
      assertThat(Duration.between(checks.get(i).at(), arrivals.get(i).at()).toSeconds())
          .isBetween(60L, 600L);
    }
  }

  @Test
  void each_dish_is_kept_for_two_days_at_least_and_the_weekend_over() {
    Map<Object, Instant> taken = new HashMap<>();
    List<Duration> kept = new ArrayList<>();
    for (Note note : month(List.of())) {
      if (note.kind().equals("sample") && note.fields().get("action").equals("taken")) {
        assertThat((Integer) note.fields().get("grams")).isGreaterThanOrEqualTo(130);
        taken.put(note.fields().get("sample"), note.at());
      } else if (note.kind().equals("sample") && taken.containsKey(note.fields().get("sample"))) {
        kept.add(Duration.between(taken.get(note.fields().get("sample")), note.at()));
      }
    }

    assertThat(taken.size()).isBetween(20 * 9, 22 * 12);
    assertThat(kept).hasSizeGreaterThan(20 * 8).allMatch(time -> time.toHours() >= 48);
  }

  @Test
  void a_day_off_has_no_records_but_what_is_thrown_away_on_working_days() {
    assertThat(DIARY.on(MONDAY.minusDays(1), List.of())).isEmpty();
  }

  @Test
  void mishaps_leave_out_what_they_say() {
    String lunch = "2026-11-23T03:00:00Z";
    List<Note> missing = DIARY.on(MONDAY, of(RecordMishap.SAMPLE_MISSING, "sample-1", lunch, 60));
    List<Note> little = DIARY.on(MONDAY, of(RecordMishap.SAMPLE_TOO_LITTLE, "sample-1", lunch, 60));
    List<Note> early =
        DIARY.on(
            MONDAY, of(RecordMishap.SAMPLE_REMOVED_EARLY, "sample-1", "2026-11-23T08:00:00Z", 5));
    List<Note> unchecked =
        DIARY.on(MONDAY, of(GateMishap.NO_MORNING_CHECK, "gate-1", "2026-11-22T21:00:00Z", 60));

    assertThat(taken("lunch", missing)).isEmpty();
    assertThat(taken("dinner", missing)).hasSizeGreaterThan(2);
    assertThat(taken("lunch", little))
        .isNotEmpty()
        .allMatch(n -> (Integer) n.fields().get("grams") < 125);
    assertThat(early)
        .filteredOn(n -> "removed".equals(n.fields().get("action")))
        .filteredOn(n -> n.fields().get("sample").toString().startsWith("2026-11-23"))
        .hasSizeGreaterThan(5)
        .allMatch(n -> n.at().equals(Instant.parse("2026-11-23T08:00:00Z")));
    assertThat(of("morning-check", unchecked)).hasSize(1);
  }

  @Test
  void samples_that_are_taken_late_are_not_taken_too_late() {
    Instant lunch = Instant.parse("2026-11-23T03:00:00Z");
    List<Note> samples =
        taken("lunch", DIARY.on(MONDAY, of(RecordMishap.SAMPLE_LATE, "sample-1", lunch, 60)));

    assertThat(samples)
        .hasSizeGreaterThan(2)
        .allMatch(n -> minutes(lunch, n) > 35 && minutes(lunch, n) < 60);
  }

  private static long minutes(Instant from, Note note) {
    return Duration.between(from, note.at()).toMinutes();
  }

  @Test
  void a_visitor_who_stays_too_long_has_registered() {
    List<Note> notes =
        DIARY.on(MONDAY, of(GateMishap.VISITOR_OVERSTAY, "gate-1", "2026-11-23T02:00:00Z", 80));

    assertThat(of("visitor", notes))
        .anyMatch(n -> n.fields().get("until").equals("2026-11-23T02:30:00Z"));
  }

  @Test
  void a_record_is_a_row_whose_value_is_json() {
    Note note = of("order", DIARY.on(MONDAY, List.of())).get(0);

    assertThat(note.csv())
        .startsWith(note.at() + ",gate-1,event:record:order,\"{\"\"when\"\":\"\"2026-11-2")
        .endsWith("}\"");
    assertThat(DIARY.between(note.at().minusMillis(1), note.at(), List.of())).contains(note);
    assertThat(DIARY.between(note.at(), note.at().plusMillis(1), List.of())).doesNotContain(note);
  }

  private static List<Note> taken(String meal, List<Note> notes) {
    return notes.stream()
        .filter(n -> meal.equals(n.fields().get("meal")))
        .filter(n -> n.fields().get("action").equals("taken"))
        .toList();
  }

  private static List<Note> month(List<Mishap> mishaps) {
    Instant start = MONDAY.minusDays(22).atStartOfDay(SITE.zone()).toInstant();
    return DIARY.between(start, start.plus(Duration.ofDays(30)), mishaps);
  }

  private static List<Note> of(String kind, List<Note> notes) {
    return notes.stream().filter(note -> note.kind().equals(kind)).toList();
  }

  private static List<Mishap> of(MishapKind kind, String device, String onset, int minutes) {
    return of(kind, device, Instant.parse(onset), minutes);
  }

  private static List<Mishap> of(MishapKind kind, String device, Instant from, int minutes) {
    Instant end = from.plus(Duration.ofMinutes(minutes));
    return List.of(new Mishap(kind, DeviceId.of(device), from, end, 1));
  }
}
