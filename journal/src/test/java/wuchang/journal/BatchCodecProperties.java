package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Rejected;

class BatchCodecProperties {
  private final BatchCodec codec = new BatchCodec();

  @Property(tries = 200)
  void any_batch_comes_back_equal(@ForAll("batches") Batch batch) {
    Batch back = codec.decode(codec.encode(batch));

    assertThat(back.observations()).isEqualTo(batch.observations());
    assertThat(back.alertSteps()).isEqualTo(batch.alertSteps());
    assertThat(back.notifications()).isEqualTo(batch.notifications());
    assertThat(parts(back.rejected())).isEqualTo(parts(batch.rejected()));
  }

  @Property(tries = 200)
  void any_step_comes_back_equal(
      @ForAll("steps") AlertStep step, @ForAll("notes") NotificationStep note) {
    assertThat(codec.decodeAlertStep(codec.encode(step))).isEqualTo(step);
    assertThat(codec.decodeNotificationStep(codec.encode(note))).isEqualTo(note);
  }

  @Property(tries = 200)
  void one_flipped_bit_is_noticed(@ForAll("batches") Batch batch, @ForAll int place) {
    byte[] bytes = codec.encode(batch);
    int bit = Math.floorMod(place, bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);

    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(Frame.Damaged.class);
  }

  @Provide
  Arbitrary<Batch> batches() {
    return AnyBatch.batches();
  }

  @Provide
  Arbitrary<AlertStep> steps() {
    return AnyBatch.alertSteps();
  }

  @Provide
  Arbitrary<NotificationStep> notes() {
    return AnyBatch.notifications();
  }

  // An array is not equal to its copy, so refusals are compared part by part.
  private static List<List<Object>> parts(List<Rejected> rejected) {
    return rejected.stream()
        .map(
            r ->
                List.<Object>of(
                    r.device(),
                    r.topic(),
                    java.nio.ByteBuffer.wrap(r.payload()),
                    r.payloadBytes(),
                    r.reason(),
                    r.detail(),
                    r.arrived()))
        .toList();
  }
}
