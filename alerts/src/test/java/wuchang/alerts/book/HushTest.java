package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.alerts.Canteen;
import wuchang.alerts.book.Decision.Hushed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.RuleId;
import wuchang.domain.alert.AlertCommand.BeginSilence;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.Silence;

class HushTest {
  private static final Instant NOW = Canteen.time("10:00");

  @Test
  void a_rule_that_is_not_there_cannot_be_silenced() {
    Decision decision = silence("FRG-99");

    assertThat(decision).isInstanceOf(Refused.class);
    assertThat(((Refused) decision).refusal()).isEqualTo(Refusal.INVALID);
    assertThat(((Refused) decision).words()).contains("FRG-99");
    assertThat(silence("FRG-01")).isInstanceOf(Hushed.class);
  }

  private static Decision silence(String rule) {
    Silence.Scope scope =
        new Silence.Scope(Optional.empty(), Optional.empty(), Optional.of(RuleId.of(rule)));
    return new AlertBook(Canteen::card, Canteen::site)
        .draft(NOW)
        .on(
            new BeginSilence(
                scope,
                "cleaning",
                Canteen.ZHANG,
                Optional.empty(),
                NOW.plus(Duration.ofHours(1)),
                Duration.ofDays(1)));
  }
}
