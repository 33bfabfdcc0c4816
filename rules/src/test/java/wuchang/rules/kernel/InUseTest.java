package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/** A kind that is wrong from 100 on, and of interest while a door is open and 50 longer. */
class InUseTest {
  private static final Metric FLAG = Metric.DOOR_OPEN;

  private final InUse<Long> used =
      new InUse<>(new Nosy(true, 100), Optional.of(FLAG), 50, new Until(120));
  private InUse.Known<Long> known = used.blank(7);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_it_hears_is_what_its_kind_hears_and_the_flag(boolean answer) {
    Nosy kind = new Nosy(answer, 100);
    InUse<Long> same = new InUse<>(kind, Optional.of(FLAG), 50, new Until(120));

    assertThat(same.wants(FLAG)).isTrue();
    assertThat(same.wants(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.wants(GateEvent.What.DENIED)).isEqualTo(answer);
    assertThat(same.wants(RecordKind.values()[0])).isEqualTo(answer);
    assertThat(same.around()).isEqualTo(kind.around());
    assertThat(same.wantsAround(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.wantsAround(GateEvent.What.DENIED)).isEqualTo(answer);
    assertThat(same.wantsBad()).isEqualTo(answer);
    assertThat(same.refreshedBy(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.holdsForever()).isEqualTo(answer);
  }

  @Test
  void without_a_flag_of_its_own_no_metric_is_one() {
    InUse<Long> always = new InUse<>(new Nosy(false, 100), Optional.empty(), 50, new Until(120));

    assertThat(always.wants(FLAG)).isFalse();
    assertThat(always.remember(always.blank(7), flag(10, 1)).told()).isFalse();
  }

  @Test
  void the_flag_is_not_shown_to_the_kind_and_all_else_is() {
    flags(10, 1);
    assertThat(known.memory()).isEqualTo(7);

    known = used.remember(known, reading(Metric.TEMPERATURE, 20, 4));
    assertThat(known.memory()).isEqualTo(8);
    assertThat(known.told()).isTrue();
    assertThat(known.set()).isTrue();
    assertThat(known.used()).isEqualTo(10);
    assertThat(used.since(known, 300)).isEqualTo(100);
    assertThat(used.evidence(known, 300)).isEqualTo(Evidence.NONE.with("told", 8L));
  }

  @Test
  void until_the_flag_is_heard_the_usual_times_count() {
    assertThat(used.verdict(known, 119)).isEqualTo(Verdict.WRONG);
    assertThat(used.verdict(known, 120)).isEqualTo(Verdict.RIGHT);
    assertThat(used.changes(known, 110)).isEqualTo(120);
    assertThat(used.changes(known, 50)).as("the kind's own").isEqualTo(100);
  }

  @Test
  void it_is_used_while_the_flag_is_set_and_a_little_longer() {
    flags(200, 1);
    assertThat(used.verdict(known, 9_000)).isEqualTo(Verdict.WRONG);
    assertThat(used.changes(known, 210)).isEqualTo(Kind.NEVER);

    flags(220, 0);
    assertThat(known.used()).isEqualTo(220);
    assertThat(used.verdict(known, 269)).isEqualTo(Verdict.WRONG);
    assertThat(used.verdict(known, 270)).isEqualTo(Verdict.RIGHT);
    assertThat(used.changes(known, 269)).isEqualTo(270);
    assertThat(used.changes(known, 270)).isEqualTo(Kind.NEVER);

    flags(230, 0);
    assertThat(known.used()).as("said again").isEqualTo(220);
  }

  @Test
  void a_flag_that_was_never_set_means_no_use_at_all() {
    flags(110, 0);

    assertThat(used.verdict(known, 115)).isEqualTo(Verdict.RIGHT);
    assertThat(used.changes(known, 115)).isEqualTo(Kind.NEVER);
  }

  private void flags(long at, double value) {
    known = used.remember(known, flag(at, value));
  }

  private static Reading flag(long at, double value) {
    return reading(FLAG, at, value);
  }

  private static Reading reading(Metric metric, long at, double value) {
    return Reading.of(DeviceId.of("a"), metric, Instant.ofEpochMilli(at), value);
  }

  private record Until(long end) implements Schedule {
    @Override
    public boolean contains(long at) {
      return at < end;
    }

    @Override
    public long nextChange(long after) {
      return after < end ? end : Kind.NEVER;
    }
  }
}
