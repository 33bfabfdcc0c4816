package wuchang.simulators.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;

class MishapTest {
  private static final Site SITE = EastCanteen.site();
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  private static final Instant ONSET = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant END = ONSET.plusSeconds(600);

  @Test
  void lasts_from_its_onset_until_before_its_end() {
    Mishap mishap = new Mishap(ColdMishap.DOOR_LEFT_OPEN, FRIDGE, ONSET, END, 0.5);

    assertThat(mishap.isActive(ONSET.minusMillis(1))).isFalse();
    assertThat(mishap.isActive(ONSET)).isTrue();
    assertThat(mishap.isActive(END.minusMillis(1))).isTrue();
    assertThat(mishap.isActive(END)).isFalse();
  }

  @Test
  void troubles_are_those_of_the_device_at_the_time() {
    List<Mishap> all =
        List.of(
            new Mishap(ColdMishap.DOOR_LEFT_OPEN, FRIDGE, ONSET, END, 0.5),
            new Mishap(SensorMishap.SENSOR_SILENT, DeviceId.of("fridge-2"), ONSET, END, 1));

    assertThat(Troubles.of(all, FRIDGE, ONSET).severity(ColdMishap.DOOR_LEFT_OPEN)).isEqualTo(0.5);
    assertThat(Troubles.of(all, FRIDGE, ONSET).has(SensorMishap.SENSOR_SILENT)).isFalse();
    assertThat(Troubles.of(all, FRIDGE, END)).isEqualTo(Troubles.NONE);
  }

  @Test
  void the_label_names_the_rule_that_should_find_it() {
    Instant end = ONSET.plusSeconds(7 * 3_600);
    Mishap mishap = new Mishap(ColdMishap.FRIDGE_FAILURE, FRIDGE, ONSET, end, 1);

    assertThat(Label.of(mishap, SITE, 1))
        .extracting(Label::csv)
        .containsExactly("fridge-1,2026-11-23T08:00:00Z,2026-11-23T15:00:00Z,FRG-01");
    assertThat(
            Label.of(
                new Mishap(ColdMishap.FRIDGE_FAILURE, DeviceId.of("sample-1"), ONSET, end, 1),
                SITE,
                1))
        .extracting(Label::kind)
        .containsExactly("SMP-01");
  }

  @Test
  void an_absence_of_a_gateway_is_one_of_the_sites_data_only_when_it_lasts() {
    DeviceId gateway = DeviceId.of("gw-1");
    Mishap blink = new Mishap(WireMishap.GATEWAY_BACKLOG, gateway, ONSET, END, 1);
    Mishap hour =
        new Mishap(WireMishap.GATEWAY_BACKLOG, gateway, ONSET, ONSET.plusSeconds(3_600), 1);

    assertThat(Label.of(blink, SITE, 1))
        .extracting(Label::kind)
        .containsExactly("benign:gateway-backlog");
    assertThat(Label.of(hour, SITE, 1))
        .filteredOn(label -> label.device().equals(gateway))
        .extracting(Label::kind)
        .containsExactly("SYS-01", "benign:gateway-backlog");
  }

  @Test
  void an_impossible_mishap_is_refused() {
    assertThatThrownBy(() -> new Mishap(PowerMishap.OVERLOAD, FRIDGE, ONSET, ONSET, 1))
        .hasMessageContaining("overload at fridge-1 ends");
    assertThatThrownBy(() -> new Mishap(PowerMishap.OVERLOAD, FRIDGE, ONSET, END, 0))
        .hasMessageContaining("severity 0.0; expected 0 to 1");
  }

  @ParameterizedTest
  @MethodSource("wuchang.simulators.mishap.MishapKind#all")
  void every_kind_has_a_word_and_strikes_something(MishapKind kind) {
    assertThat(MishapKind.of(kind.word())).contains(kind);
    assertThat(kind.word()).matches("[a-z]+(-[a-z]+)*");
    assertThat(kind.strikes()).isNotEmpty();
    assertThat(kind.truths()).isNotEmpty();
  }
}
