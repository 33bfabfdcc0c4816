package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Silence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.SiteCalendar.DateRange;

/**
 * When nobody was told stands in the store, from its first word to its end, also what is planned.
 */
abstract class SilencesContract extends StoreContract {
  private static final Silence ASKED =
      new Silence(
          "s1",
          new Silence.Scope(
              Optional.empty(), Optional.of(DeviceId.of("fridge-1")), Optional.empty()),
          "cleaned out",
          PersonId.of("p1"),
          NOON,
          NOON.plus(Duration.ofHours(2)),
          Optional.empty(),
          Optional.empty());
  private static final Silence ENDED = ASKED.ended(NOON.plus(Duration.ofHours(1)), "p2");
  private static final String ROWS =
      "SELECT id, device, reason, by, time_end - time, ended_by"
          + " FROM wuchang.silences ORDER BY time";

  @Test
  void ends_where_it_ended() {
    write(silences(1, ASKED));
    assertThat(db.rows(ROWS)).containsExactly("s1|fridge-1|cleaned out|p1|02:00:00|");

    write(silences(2, ENDED));
    write(silences(1, ASKED));

    assertThat(db.rows(ROWS)).containsExactly("s1|fridge-1|cleaned out|p1|01:00:00|p2");
  }

  @Test
  void is_kept_as_long_as_records() {
    write(silences(1, ENDED));
    Retention year = new Retention(Duration.ofDays(10), Duration.ofDays(10), Duration.ofDays(365));

    writer.keep(year, NOON.plus(Duration.ofDays(360)));
    assertThat(db.count("wuchang.silences")).isEqualTo(1);

    writer.keep(year, NOON.plus(Duration.ofDays(370)));
    assertThat(db.count("wuchang.silences")).isZero();
  }

  @Test
  void what_the_calendar_plans_is_there_with_its_rules_and_over_midnight() {
    writer.calendar(planning("23:30-00:30"), NOON);

    String window = "SELECT rule, by, time AT TIME ZONE 'Asia/Shanghai', time_end - time";
    assertThat(db.rows(window + " FROM wuchang.silences"))
        .containsExactly("GAT-02 GAT-03|calendar|2026-11-03 23:30:00|01:00:00");
  }

  @Test
  void what_was_planned_stays_and_what_is_to_come_follows_the_calendar() {
    Instant then = NOON.plus(Duration.ofDays(5));
    writer.calendar(planning("10:00-11:00"), NOON);
    writer.calendar(planning("12:00-13:00"), then);
    assertThat(db.count("wuchang.silences")).isEqualTo(1);

    writer.calendar(planning("12:00-13:00"), NOON);

    assertThat(db.rows("SELECT (time AT TIME ZONE 'Asia/Shanghai')::time FROM wuchang.silences"))
        .containsExactly("12:00:00");
  }

  private static Placed silences(long position, Silence... silences) {
    return new Placed(position, Batch.ofAlerts(List.of(), List.of(), List.of(silences)));
  }

  /** A drill on one day. */
  private static Site planning(String window) {
    LocalDate day = LocalDate.of(2026, 11, 3);
    PlannedSilence drill =
        new PlannedSilence(
            "drill",
            "fire drill",
            Optional.empty(),
            Optional.empty(),
            Set.of(RuleId.of("GAT-03"), RuleId.of("GAT-02")),
            DailyWindow.parse(window),
            List.of(new DateRange(day, day)),
            false);
    Site s = SITE;
    SiteCalendar calendar =
        new SiteCalendar(List.of(), s.calendar().night(), List.of(), Set.of(), List.of(drill));
    return new Site(
        s.id(),
        s.name(),
        s.zone(),
        s.profile(),
        s.diners(),
        calendar,
        s.people(),
        s.areas(),
        s.devices(),
        s.channels(),
        s.escalation(),
        s.rota(),
        s.rules(),
        s.retention());
  }
}
