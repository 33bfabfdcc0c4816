package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.fridge;
import static wuchang.store.Samples.refused;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Rejected;

/** Of what was refused the newest is kept, of each device and of all. */
abstract class RefusalsContract extends StoreContract {
  @Test
  void only_the_newest_refusals_of_each_device_are_kept() {
    write(refused(1, refusals(0, 1200, 2)));
    write(refused(2, refusals(1200, 2, 3)));

    assertThat(history.rejected(Optional.of(fridge(1)), 10_000)).hasSize(RejectedRows.KEPT_OF_ONE);
    assertThat(history.rejected(Optional.empty(), 1).get(0).detail()).isEqualTo("no. 1201");
    assertThat(history.rejected(Optional.of(fridge(2)), 10_000)).hasSize(500);

    write(refused(1, refusals(0, 1200, 2)));

    assertThat(history.rejected(Optional.empty(), 20_000).get(999).detail()).isEqualTo("no. 202");
  }

  @Test
  void only_the_newest_refusals_of_all_are_kept() {
    writer.configure(Samples.site("cold-room", IntStream.rangeClosed(1, 24).toArray()));
    write(refused(1, refusals(0, 12_000, 24)));

    assertThat(db.count("wuchang.rejected")).isEqualTo(RejectedRows.KEPT);
    assertThat(history.rejected(Optional.empty(), 20_000).get(9_999).detail())
        .isEqualTo("no. 2000");
  }

  private static Rejected[] refusals(int first, int many, int fridges) {
    return IntStream.range(first, first + many)
        .mapToObj(
            i ->
                Rejected.of(
                    Optional.of(fridge(1 + i % fridges)),
                    "wuchang/east/x/telemetry",
                    new byte[] {1},
                    Rejected.Reason.MALFORMED,
                    "no. " + i,
                    NOON))
        .toArray(Rejected[]::new);
  }
}
