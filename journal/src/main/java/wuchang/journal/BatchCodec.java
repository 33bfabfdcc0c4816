package wuchang.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;

/**
 * Batches, alert steps and notification steps as bytes. Observations, of which there are thousands
 * a second, have a form of their own ({@link ObservationForm}); all else is CBOR behind them. Safe
 * for several threads.
 */
final class BatchCodec {
  private static final int EXPECTED_BYTES = 16;

  private final Cbor cbor = new Cbor();

  /**
   * @param silences empty also in a batch that was written before there were any
   */
  private record Rest(
      List<Rejected> rejected,
      List<AlertStep> alertSteps,
      List<NotificationStep> notifications,
      Optional<List<Silence>> silences) {
    static final Rest NONE = new Rest(List.of(), List.of(), List.of(), Optional.empty());

    static Rest of(Batch batch) {
      return new Rest(
          batch.rejected(),
          batch.alertSteps(),
          batch.notifications(),
          Optional.of(batch.silences()).filter(silences -> !silences.isEmpty()));
    }
  }

  byte[] encode(Batch batch) {
    ByteSink sink = Frame.begin(16 + EXPECTED_BYTES * batch.observations().size());
    sink.putVarint(batch.observations().size());
    ObservationEncoder encoder = new ObservationEncoder(sink);
    batch.observations().forEach(encoder::write);
    Rest rest = Rest.of(batch);
    if (!rest.equals(Rest.NONE)) {
      sink.putBytes(cbor.write(rest));
    }
    return Frame.seal(sink);
  }

  /**
   * @throws Frame.Damaged when the bytes are not those that were written
   * @throws IllegalStateException when they are of a version that is not known here
   */
  Batch decode(byte[] bytes) {
    ByteSource source = Frame.open(bytes);
    int count = source.getCount();
    List<Observation> observations = new ArrayList<>(count);
    ObservationDecoder decoder = new ObservationDecoder(source);
    for (int i = 0; i < count; i++) {
      observations.add(decoder.read());
    }
    Rest rest = source.isAtEnd() ? Rest.NONE : cbor.read(source.getRest(), Rest.class);
    return new Batch(
        observations,
        rest.rejected(),
        rest.alertSteps(),
        rest.notifications(),
        rest.silences().orElse(List.of()));
  }

  byte[] encode(AlertStep step) {
    return encodeRecord(step);
  }

  byte[] encode(NotificationStep step) {
    return encodeRecord(step);
  }

  byte[] encode(Silence silence) {
    return encodeRecord(silence);
  }

  Silence decodeSilence(byte[] bytes) {
    return cbor.read(Frame.open(bytes).getRest(), Silence.class);
  }

  AlertStep decodeAlertStep(byte[] bytes) {
    return cbor.read(Frame.open(bytes).getRest(), AlertStep.class);
  }

  NotificationStep decodeNotificationStep(byte[] bytes) {
    return cbor.read(Frame.open(bytes).getRest(), NotificationStep.class);
  }

  private byte[] encodeRecord(Object step) {
    byte[] bytes = cbor.write(step);
    ByteSink sink = Frame.begin(bytes.length);
    sink.putBytes(bytes);
    return Frame.seal(sink);
  }
}
