package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/** A kind that is wrong from 100 on, and excused from 150 to 200. */
class ExcusedTest {
  private final Excused<Long> excused = new Excused<>(new Nosy(true, 100), new Between(150, 200));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_it_hears_is_what_its_kind_hears(boolean answer) {
    Nosy kind = new Nosy(answer, 100);
    Excused<Long> same = new Excused<>(kind, new Between(150, 200));

    assertThat(same.wants(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.wants(GateEvent.What.DENIED)).isEqualTo(answer);
    assertThat(same.wants(RecordKind.values()[0])).isEqualTo(answer);
    assertThat(same.around()).isEqualTo(kind.around());
    assertThat(same.wantsAround(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.wantsAround(GateEvent.What.DENIED)).isEqualTo(answer);
    assertThat(same.wantsBad()).isEqualTo(answer);
    assertThat(same.refreshedBy(Metric.TEMPERATURE)).isEqualTo(answer);
    assertThat(same.doubtsOthers()).isEqualTo(answer);
    assertThat(same.isDated()).isEqualTo(answer);
    assertThat(same.holdsForever()).isEqualTo(answer);
  }

  @Test
  void it_remembers_and_shows_what_its_kind_does() {
    Long memory =
        excused.remember(
            excused.blank(7),
            Reading.of(DeviceId.of("a"), Metric.TEMPERATURE, Instant.ofEpochMilli(8), 4));

    assertThat(memory).isEqualTo(8);
    assertThat(excused.since(memory, 300)).isEqualTo(100);
    assertThat(excused.evidence(memory, 300)).isEqualTo(Evidence.NONE.with("told", 8L));
  }

  @Test
  void wrong_is_held_in_the_schedule_and_right_stays_right() {
    assertThat(excused.verdict(0L, 149)).isEqualTo(Verdict.WRONG);
    assertThat(excused.verdict(0L, 150)).isEqualTo(Verdict.HELD);
    assertThat(excused.verdict(0L, 200)).isEqualTo(Verdict.WRONG);
    assertThat(new Excused<>(new Nosy(true, 180), new Between(150, 200)).verdict(0L, 160))
        .isEqualTo(Verdict.RIGHT);
  }

  @Test
  void while_wrong_it_changes_with_the_schedule_too() {
    assertThat(excused.changes(0L, 50)).isEqualTo(100);
    assertThat(excused.changes(0L, 100)).isEqualTo(150);
    assertThat(excused.changes(0L, 150)).isEqualTo(200);
    assertThat(excused.changes(0L, 200)).isEqualTo(Kind.NEVER);
  }

  private record Between(long from, long to) implements Schedule {
    @Override
    public boolean contains(long at) {
      return at >= from && at < to;
    }

    @Override
    public long nextChange(long after) {
      return after < from ? from : after < to ? to : Kind.NEVER;
    }
  }
}
