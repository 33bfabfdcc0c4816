package wuchang.simulators.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;

class OccasionTest {
  private static final Site SITE = EastCanteen.site();

  @ParameterizedTest
  @CsvSource({
    "water-outage,       water-1, 2026-11-23T09:00, 2026-11-23T10:00, 1,    WAT-05",
    "water-outage,       water-1, 2026-11-23T09:00, 2026-11-23T09:30, 1,    ''",
    "water-outage,       water-1, 2026-11-23T13:00, 2026-11-23T14:00, 1,    ''",
    "water-outage,       water-1, 2026-11-22T09:00, 2026-11-22T10:00, 1,    ''",
    "cleaning-skipped,   water-1, 2026-11-23T12:50, 2026-11-23T14:40, 1,    WAT-06",
    "cleaning-skipped,   water-1, 2026-11-23T13:20, 2026-11-23T14:40, 1,    ''",
    "cistern-leak,       water-1, 2026-11-23T00:00, 2026-11-24T06:00, 0.5,  WAT-02",
    "cistern-leak,       water-1, 2026-11-23T00:00, 2026-11-26T00:00, 0.2,  WAT-01",
    "cistern-leak,       water-1, 2026-11-23T00:00, 2026-11-23T02:00, 1,    ''",
    "tap-left-running,   water-1, 2026-11-23T00:00, 2026-11-23T00:40, 0.5,  WAT-04",
    "burst-pipe,         water-1, 2026-11-23T00:00, 2026-11-23T00:20, 1,    WAT-03",
    "hose-test,          water-1, 2026-11-23T00:00, 2026-11-23T00:20, 1,    benign:hose-test",
    "left-on,            meter-main, 2026-11-23T19:00, 2026-11-24T06:00, 0.5,  ELE-04",
    "left-on,            meter-main, 2026-11-23T09:00, 2026-11-23T18:00, 0.5,  ''",
    "overload,           meter-main, 2026-11-23T09:00, 2026-11-23T09:20, 0.7,  ELE-03",
    "dead-circuit,       meter-cold, 2026-11-23T09:00, 2026-11-23T09:02, 1,    benign:short-outage",
    "dead-circuit,       meter-cold, 2026-11-23T09:00, 2026-11-23T11:00, 1,    ELE-02",
    "dead-circuit,       meter-main, 2026-11-23T22:00, 2026-11-23T23:00, 1,    ELE-02 ELE-02",
    "dead-circuit,       real-fridge, 2026-11-23T09:00, 2026-11-23T11:00, 1,   ELE-02",
    "dead-circuit,       real-fridge, 2026-11-23T22:00, 2026-11-23T23:00, 1,   ''",
    "after-hours,        gate-1,     2026-11-23T23:00, 2026-11-23T23:20, 1,    ''",
    "repeated-denials,   gate-1,     2026-11-23T23:00, 2026-11-23T23:20, 1,    GAT-04",
    "held-open,          gate-1,     2026-11-23T09:00, 2026-11-23T09:01, 1,    ''",
    "held-open,          gate-1,     2026-11-23T09:00, 2026-11-23T09:02, 1,    GAT-03",
    "expired-certificate,gate-1,     2026-11-23T09:00, 2026-11-23T09:20, 1,    GAT-05",
    "expired-certificate,gate-1,     2026-08-20T09:00, 2026-08-20T09:20, 1,    ''",
    "no-morning-check,   gate-1,     2026-11-23T04:30, 2026-11-23T06:00, 1,    GAT-06",
    "no-morning-check,   gate-1,     2026-11-22T04:30, 2026-11-22T06:00, 1,    ''",
    "visitor-overstay,   gate-1,     2026-11-23T09:00, 2026-11-23T09:40, 1,    ''",
    "visitor-overstay,   gate-1,     2026-11-23T09:00, 2026-11-23T10:00, 1,    GAT-09",
    "sample-missing,     sample-1,   2026-11-23T10:50, 2026-11-23T12:20, 1,    SMP-02",
    "sample-missing,     sample-1,   2026-11-23T12:50, 2026-11-23T13:20, 1,    ''",
    "sample-removed-early,sample-1,  2026-11-23T15:00, 2026-11-23T15:20, 1,    SMP-02",
    "sample-removed-early,sample-1,  2026-11-22T23:00, 2026-11-22T23:20, 1,    ''",
    "patrol-skipped,     gate-1,     2026-11-23T11:00, 2026-11-23T21:20, 1,    ''",
  })
  void a_mishap_is_what_its_time_and_length_make_it(
      String word,
      String device,
      LocalDateTime from,
      LocalDateTime to,
      double severity,
      String is) {
    MishapKind kind = MishapKind.of(word).orElseThrow();
    Mishap mishap =
        new Mishap(
            kind,
            DeviceId.of(device),
            from.atZone(SITE.zone()).toInstant(),
            to.atZone(SITE.zone()).toInstant(),
            severity);

    assertThat(Label.of(mishap, SITE, 1))
        .extracting(Label::kind)
        .isEqualTo(is.isEmpty() ? List.of() : List.of(is.split(" ")));
  }

  @Test
  void a_dead_circuit_is_also_what_it_does_to_those_that_hang_on_it() {
    Instant onset = Instant.parse("2026-11-23T00:00:00Z");
    Mishap mishap =
        new Mishap(
            PowerMishap.DEAD_CIRCUIT,
            DeviceId.of("meter-main"),
            onset,
            onset.plus(Duration.ofHours(12)),
            1);

    assertThat(Label.of(mishap, SITE, 1))
        .extracting(label -> label.device() + " " + label.kind())
        .containsExactlyInAnyOrder(
            "meter-main ELE-02",
            "meter-cold ELE-02",
            "fridge-1 FRG-01",
            "fridge-2 FRG-01",
            "fridge-3 FRG-01",
            "sample-1 SMP-01",
            "freezer-1 FRZ-01",
            "freezer-2 FRZ-01");
  }
}
