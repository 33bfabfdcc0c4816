package wuchang.rules.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;

class ProgressTest {
  @Test
  void proofs_and_doubts_count_from_their_very_instant_on() {
    Progress proven = Progress.NOTHING.ended(ended(5_000, Verdict.EFFECTIVE));
    Progress doubted = proven.ended(ended(9_000, Verdict.UNPROVEN));

    assertThat(doubted.provenSince(5_000)).isEqualTo(1);
    assertThat(doubted.provenSince(5_001)).isZero();
    assertThat(doubted.unprovenSince(9_000)).isEqualTo(1);
    assertThat(doubted.unprovenSince(9_001)).isZero();
  }

  @Test
  void the_last_sixteen_cycles_are_remembered() {
    Progress many = Progress.NOTHING;
    for (int i = 1; i <= 20; i++) {
      many = many.ended(ended(i, Verdict.EFFECTIVE));
    }

    assertThat(many.recent()).hasSize(16);
    assertThat(many.last().orElseThrow().end()).isEqualTo(20);
    assertThat(many.provenSince(0)).isEqualTo(16);
  }

  private static Ended ended(long at, Verdict verdict) {
    return new Ended(at, at, 122, 600, at, verdict, Reason.NONE);
  }
}
