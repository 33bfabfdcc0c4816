package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.SILENT;
import static wuchang.alerts.Canteen.time;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.Canteen;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;

/** What verifies a close: the sensor, and where it is not heard a probe. The limit is 8 °C. */
class CloseTest extends BookCase {
  private static final Episode UNHEARD = Canteen.episode(SILENT, FRIDGE, time("09:40"));

  @Test
  void a_probe_does_not_speak_against_a_sensor_that_still_shows_it() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();

    refused(close(id, 3.2), Refusal.STILL_IN_BREACH);
  }

  @Test
  void where_the_sensor_is_not_heard_a_probe_verifies() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    changed(new Breached(UNHEARD), Kind.OPENED);

    refused(new Close(id, LI, "equipment", "修好了", Optional.empty()), Refusal.STILL_IN_BREACH);
    refused(close(id, 8.1), Refusal.STILL_IN_BREACH);
    done(close(id, 8), Kind.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8.1, 20})
  void a_probe_that_still_shows_it_speaks_against_a_sensor_that_is_right(double probe) {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    changed(new Recovered(OVER), Kind.RESOLVED);

    refused(close(id, probe), Refusal.STILL_IN_BREACH);
    done(
        new Close(id, LI, "equipment", "修好了", Optional.of(probe), Optional.of("探头是坏的")),
        Kind.CLOSED);
    assertThat(book.life(id).orElseThrow().lastStep().why())
        .isEqualTo("修好了 · remeasured: " + probe + " (override: 探头是坏的)");
  }

  @Test
  void that_a_device_is_not_heard_is_not_verified_by_a_probe() {
    AlertId id = changed(new Breached(UNHEARD), Kind.OPENED).id();

    refused(close(id, 3.2), Refusal.STILL_IN_BREACH);
  }

  private static Close close(AlertId id, double probe) {
    return new Close(id, LI, "equipment", "修好了", Optional.of(probe), Optional.empty());
  }
}
