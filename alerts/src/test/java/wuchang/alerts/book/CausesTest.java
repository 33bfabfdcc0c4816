package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.book.Wires.SITE;
import static wuchang.alerts.book.Wires.T0;
import static wuchang.alerts.book.Wires.alert;
import static wuchang.alerts.book.Wires.closed;
import static wuchang.alerts.book.Wires.openedAt;
import static wuchang.alerts.book.Wires.resolved;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Device;

/** Which alerts are effects of which, by rules, wires and times. */
class CausesTest {
  private static final long HALF_HOUR = 30 * 60;

  @ParameterizedTest
  @CsvSource({
    "SYS-01, gw, SEN-01, fridge, true",
    "SYS-01, uplink, SEN-01, fridge, true",
    "SYS-01, other-gw, SEN-01, fridge, false",
    "SYS-01, gw, FRG-01, fridge, false",
    "SYS-01, uplink, SYS-01, gw, true",
    "ELE-02, board, FRG-01, fridge, true",
    "ELE-02, main, FRG-01, fridge, true",
    "ELE-02, main, ELE-02, board, true",
    "ELE-02, board, SEN-01, fridge, true",
    "ELE-02, board, DOOR-01, fridge, false",
    "ELE-02, board, FRG-01, alone, false",
    "SYS-13, other-gw, SEN-01, alone, true",
    "SYS-13, other-gw, SYS-01, gw, true",
    "SYS-13, other-gw, FRG-01, fridge, false",
    "FRG-01, fridge, SEN-01, fridge, false",
    "SYS-01, ring-1, SEN-01, ring-1, true",
    "SYS-01, gw, SEN-01, ring-1, false",
  })
  void what_is_silent_or_dead_takes_down_what_is_behind_it(
      String cause, String by, String effect, String on, boolean is) {
    assertThat(
            Causes.isCause(
                SITE,
                alert(cause, by, Severity.CRITICAL, 0),
                alert(effect, on, Severity.WARNING, 60)))
        .isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"-961, false", "-960, true", "600, true", "601, false"})
  void an_effect_began_a_quarter_of_an_hour_and_a_sample_before_it_at_most_and_not_after_it(
      long seconds, boolean is) {
    Alert gateway = resolved(alert("SYS-01", "gw", Severity.CRITICAL, 0), 600);

    assertThat(Causes.isCause(SITE, gateway, alert("SEN-01", "fridge", Severity.WARNING, seconds)))
        .isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "120, true", "121, false"})
  void of_gateways_that_fall_silent_within_two_minutes_the_first_stands_for_the_others(
      long seconds, boolean is) {
    Alert first = alert("SYS-01", "gw", Severity.CRITICAL, 0);

    assertThat(Causes.isCause(SITE, first, alert("SYS-01", "other-gw", Severity.CRITICAL, seconds)))
        .isEqualTo(is);
    assertThat(Causes.isCause(SITE, alert("SYS-01", "other-gw", Severity.CRITICAL, 0), first))
        .as("at the same moment the first by name")
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "main, -121, false",
    "main, -120, true",
    "main, 120, true",
    "main, 121, false",
    "board, 0, false",
  })
  void a_gateway_that_falls_silent_with_the_main_meter_has_no_power_either(
      String meter, long seconds, boolean is) {
    assertThat(
            Causes.isCause(
                SITE,
                alert("ELE-02", meter, Severity.CRITICAL, 0),
                alert("SYS-01", "other-gw", Severity.CRITICAL, seconds)))
        .isEqualTo(is);
  }

  @Test
  void nothing_is_its_own_cause() {
    Alert one = alert("SYS-01", "gw", Severity.CRITICAL, 0);

    assertThat(Causes.isCause(SITE, one, one)).isFalse();
  }

  @Test
  void of_two_rules_about_one_machine_the_graver_leads_and_of_two_alike_the_earlier() {
    Alert major = alert("FRG-01", "fridge", Severity.MAJOR, 0);
    Alert grave = alert("FRG-02", "fridge", Severity.CRITICAL, 60);
    Alert alike = alert("FRG-04", "fridge", Severity.MAJOR, 60);

    assertThat(Causes.isCause(SITE, grave, major)).isTrue();
    assertThat(Causes.isCause(SITE, major, grave)).isFalse();
    assertThat(Causes.isCause(SITE, major, alike)).isTrue();
    assertThat(Causes.isCause(SITE, alike, major)).isFalse();
    assertThat(Causes.isCause(SITE, grave, alert("FRG-01", "alone", Severity.MAJOR, 0)))
        .as("another machine")
        .isFalse();
    assertThat(Causes.isCause(SITE, grave, alert("HOT-01", "fridge", Severity.MAJOR, 0)))
        .as("rules about another kind of machine")
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FRG-01, fridge, MAJOR, 1, true",
    "FRG-01, fridge, MAJOR, 0, false",
    "FRG-01, fridge, WARNING, 1, true",
    "FRG-01, fridge, NOTICE, 1, false",
    "FRG-01, alone, MAJOR, 1, false",
    "ELE-05, fridge, MAJOR, 1, false",
  })
  void an_open_door_is_the_food_s_business_once_the_food_is_warm(
      String rule, String device, Severity severity, long later, boolean is) {
    Alert door = alert("DOOR-01", "fridge", Severity.WARNING, 0);
    Alert food = openedAt(rule, device, severity, 0, door.openedAt().plusSeconds(later));

    assertThat(Causes.isCause(SITE, food, door)).isEqualTo(is);
    Sketch effect = new Sketch(food);
    effect.parent = Optional.of(door.id());
    assertThat(Causes.isCause(SITE, effect.alert(), door)).as("an effect itself").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true"})
  void what_adds_up_since_before_the_circuit_died_is_of_that_death_if_it_was_raised_after_it(
      long raised, boolean is) {
    Alert dead = alert("ELE-02", "board", Severity.CRITICAL, 0);
    Alert warm = alert("FRG-01", "fridge", Severity.MAJOR, 60);
    Sketch sum = new Sketch(alert("FRG-04", "fridge", Severity.MAJOR, -7200));
    sum.raisedAt = T0.plusSeconds(raised);

    assertThat(Causes.isCauseWith(SITE, dead, warm, sum.alert())).isEqualTo(is);
    assertThat(
            Causes.isCauseWith(
                SITE, dead, alert("FRG-01", "alone", Severity.MAJOR, 60), sum.alert()))
        .isFalse();
    assertThat(Causes.isCauseWith(SITE, warm, warm, sum.alert())).isFalse();
  }

  @Test
  void a_cause_hides_its_effects_while_it_stands_and_for_half_an_hour_after() {
    Alert open = alert("ELE-02", "board", Severity.CRITICAL, 0);
    Alert over = resolved(open, 60);

    assertThat(Causes.isInForce(open, T0.plusSeconds(90_000))).isTrue();
    assertThat(Causes.isInForce(over, T0.plusSeconds(60 + HALF_HOUR - 1))).isTrue();
    assertThat(Causes.isInForce(over, T0.plusSeconds(60 + HALF_HOUR))).isFalse();
  }

  @Test
  void one_that_was_closed_while_it_lasted_has_let_its_effects_go() {
    Alert over = resolved(alert("ELE-02", "board", Severity.CRITICAL, 0), 60);

    assertThat(Causes.isInForce(closed(over, 59), T0.plusSeconds(61))).isFalse();
    assertThat(Causes.isInForce(closed(over, 60), T0.plusSeconds(61))).isTrue();
    assertThat(Causes.isInForce(closed(over, 61), T0.plusSeconds(60 + HALF_HOUR))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"FALSE_ALARM", "WITHDRAWN"})
  void what_never_was_hides_nothing_nor_does_history(AlertState state) {
    Alert open = alert("ELE-02", "board", Severity.CRITICAL, 0);
    Sketch history = new Sketch(open);
    history.live = false;

    assertThat(Causes.isInForce(new Sketch(resolved(open, 1)).in(state).alert(), T0)).isFalse();
    assertThat(Causes.isInForce(history.alert(), T0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SEN-01, fridge, true", "SEN-01, alone, false", "SYS-01, other-gw, true",
    "FRG-01, fridge, true", "FRG-01, alone, false", "DOOR-01, fridge, false",
  })
  void what_hangs_on_nothing_can_be_nobody_s_effect(String rule, String device, boolean may) {
    assertThat(Causes.mayBeEffect(SITE, alert(rule, device, Severity.WARNING, 0))).isEqualTo(may);
  }

  @Test
  void the_only_gateway_fell_silent_with_no_other() {
    Map<DeviceId, Device> one = new LinkedHashMap<>(SITE.devices());
    one.remove(DeviceId.of("uplink"));
    one.remove(DeviceId.of("gw"));

    assertThat(
            Causes.mayBeEffect(
                Wires.with(SITE, one), alert("SYS-01", "other-gw", Severity.CRITICAL, 0)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SYS-01, true, true, false", "ELE-02, true, true, false", "SYS-13, true, true, false",
    "SEN-01, false, true, false", "FRG-01, false, true, true", "HOT-01, false, true, true",
    "DOOR-01, false, false, false", "ELE-03, false, false, false",
  })
  void some_rules_have_effects_some_stand_for_others_and_some_are_about_food(
      String rule, boolean effects, boolean stands, boolean food) {
    RuleId id = RuleId.of(rule);

    assertThat(Causes.canHaveEffects(id)).isEqualTo(effects);
    assertThat(Causes.canBeCause(id)).isEqualTo(stands);
    assertThat(Causes.isAboutFood(id)).isEqualTo(food);
  }

  @Test
  void those_of_one_kind_can_stand_for_each_other() {
    Alert fridge = alert("FRG-01", "fridge", Severity.MAJOR, 0);
    Alert pan = alert("HOT-01", "alone", Severity.MAJOR, 0);
    Alert silent = alert("SEN-01", "alone", Severity.WARNING, 0);
    Alert gateway = alert("SYS-01", "gw", Severity.CRITICAL, 0);

    assertThat(Causes.areAlike(fridge, pan)).isTrue();
    assertThat(Causes.areAlike(silent, gateway)).isTrue();
    assertThat(Causes.areAlike(fridge, silent)).isFalse();
    assertThat(Causes.areAlike(silent, pan)).isFalse();
  }
}
