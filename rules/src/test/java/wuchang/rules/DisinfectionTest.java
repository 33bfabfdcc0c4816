package wuchang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Retention;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.RuleEngine;

/** A cabinet of a canteen that is closed on Monday and Tuesday and works on the Saturday. */
class DisinfectionTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DeviceId CABINET = DeviceId.of("cabinet-1");
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  private static final RuleId FAILED = RuleId.of("DIS-01");
  private static final RuleId MISSING = RuleId.of("DIS-02");
  private static final Instant FROM = at("2026-01-03T00:00");
  private static final Instant TO = at("2026-01-12T00:00");

  private final MemoryHistory history = new MemoryHistory();

  @Test
  void no_cycle_is_missed_on_a_closed_day_and_one_is_on_a_weekend_day_that_is_worked() {
    idle(FROM, TO);

    assertThat(missing())
        .extracting(Episode::since)
        .containsExactly(
            at("2026-01-07T10:30"),
            at("2026-01-08T10:30"),
            at("2026-01-09T10:30"),
            at("2026-01-10T10:30"));
  }

  @Test
  void one_that_was_done_on_the_saturday_is_not_missed() {
    idle(FROM, at("2026-01-10T09:00"));
    heat(at("2026-01-10T09:00"), 125);
    idle(at("2026-01-10T10:30"), TO);

    assertThat(missing())
        .extracting(episode -> episode.since().atZone(ZONE).getDayOfMonth())
        .containsExactly(7, 8, 9);
  }

  @Test
  void the_stored_cycles_of_a_day_come_with_their_proof() {
    heat(at("2026-01-07T09:00"), 125);
    heat(at("2026-01-07T15:00"), 110);

    List<Cycle> cycles =
        cycles(Map.of()).of(CABINET, at("2026-01-07T00:00"), at("2026-01-08T00:00"));

    assertThat(cycles)
        .extracting(Cycle::verdict)
        .containsExactly(Cycle.Verdict.EFFECTIVE, Cycle.Verdict.FAILED);
    assertThat(cycles.get(0).maximum()).contains(Quantity.of(125, Unit.CELSIUS));
    assertThat(cycles.get(0).held()).isGreaterThanOrEqualTo(cycles.get(0).needed());
    assertThat(cycles.get(1).reason()).isEqualTo(Cycle.Reason.TOO_COOL);
    assertThat(cycles.get(1).needed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_cycle_over_midnight_belongs_to_the_day_it_ended_on_wherever_the_days_are_cut() {
    heat(at("2026-01-07T23:30"), 125);
    Cycles cycles = cycles(Map.of());

    assertThat(cycles.of(CABINET, at("2026-01-07T00:00"), at("2026-01-08T00:00"))).isEmpty();
    assertThat(cycles.of(CABINET, at("2026-01-08T00:00"), at("2026-01-09T00:00")))
        .singleElement()
        .matches(cycle -> cycle.verdict() == Cycle.Verdict.EFFECTIVE)
        .matches(cycle -> cycle.start().isBefore(at("2026-01-08T00:00")));
  }

  @Test
  void the_last_one_may_be_a_week_old_and_no_more() {
    heat(at("2026-01-03T09:00"), 125);
    Cycles cycles = cycles(Map.of());

    assertThat(cycles.last(CABINET, at("2026-01-09T12:00"))).isPresent();
    assertThat(cycles.last(CABINET, at("2026-01-10T12:00"))).isEmpty();
  }

  @Test
  void a_cabinet_of_its_own_target_is_judged_by_it_also_where_the_rule_is_switched_off() {
    heat(at("2026-01-07T09:00"), 110);
    RuleOverride milder =
        new RuleOverride(Optional.of(false), Map.of("target", Quantity.parse("105 °C")));

    assertThat(cycles(Map.of(FAILED, milder)).last(CABINET, at("2026-01-07T12:00")))
        .hasValueSatisfying(
            cycle -> assertThat(cycle.verdict()).isEqualTo(Cycle.Verdict.EFFECTIVE));
  }

  @Test
  void a_device_that_does_not_disinfect_has_none_and_does_not_ask_the_store() {
    history.away = true;

    assertThat(cycles(Map.of()).last(FRIDGE, TO)).isEmpty();
  }

  private List<Episode> missing() {
    RulesInForce rules = new RulesInForce(Catalogue.shipped(), site(Map.of()));
    Device cabinet = site(Map.of()).device(CABINET).orElseThrow();
    RuleEngine engine = new RuleEngine(List.of(rules.device(cabinet, FROM)), FROM);
    engine.take(history.stored, FROM);
    engine.tick(TO);
    return engine.episodes().stream().filter(e -> e.rule().equals(MISSING)).toList();
  }

  private Cycles cycles(Map<RuleId, RuleOverride> changed) {
    return new StoredCycles(Catalogue.shipped(), () -> site(changed), history);
  }

  private void idle(Instant from, Instant to) {
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(120)) {
      say(at, 26);
    }
  }

  /** Up by 4 K a minute, a quarter of an hour at the top, and down again: 90 minutes in all. */
  private void heat(Instant start, int top) {
    for (int minute = 0; minute < 90; minute++) {
      int up = Math.min(26 + 4 * minute, top);
      int begun = (top - 26) / 4 + 16;
      say(start.plusSeconds(60L * minute), minute <= begun ? up : top - 2 * (minute - begun));
    }
  }

  private void say(Instant at, double celsius) {
    Observation reading = Reading.of(CABINET, Metric.TEMPERATURE, at, celsius);
    history.stored.add(reading);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static Site site(Map<RuleId, RuleOverride> changed) {
    Meal lunch =
        new Meal(
            "lunch",
            DailyWindow.parse("mon-fri 08:30-11:00"),
            DailyWindow.parse("mon-fri 11:00-13:00"),
            DailyWindow.parse("mon-fri 13:00-14:30"));
    LocalDate monday = LocalDate.of(2026, 1, 5);
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZONE,
        Profile.CN,
        0,
        new SiteCalendar(
            List.of(lunch),
            DailyWindow.parse("22:00-05:00"),
            List.of(new SiteCalendar.DateRange(monday, monday.plusDays(1))),
            Set.of(LocalDate.of(2026, 1, 10))),
        Map.of(),
        Map.of(),
        Map.of(
            CABINET, device(CABINET, DeviceKind.DISINFECTION_CABINET, changed),
            FRIDGE, device(FRIDGE, DeviceKind.FRIDGE, Map.of())),
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }

  private static Device device(DeviceId id, DeviceKind kind, Map<RuleId, RuleOverride> changed) {
    return new Device(
        id,
        kind,
        AreaId.of("wash"),
        Text.same(id.value()),
        Optional.of(Duration.ofMinutes(2)),
        Optional.empty(),
        Optional.empty(),
        Traits.NONE,
        List.of(),
        changed);
  }
}
