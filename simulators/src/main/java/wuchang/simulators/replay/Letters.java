package wuchang.simulators.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.simulators.csv.Row;
import wuchang.simulators.mqtt.Serials;
import wuchang.simulators.wire.Message;
import wuchang.simulators.wire.NativeForm;

/**
 * Makes messages of rows: consecutive values of one device at one time become one message, as long
 * as no metric comes twice; an event, or a record, is a message of its own.
 */
final class Letters {
  interface Sink {
    void send(Letter letter) throws InterruptedException;
  }

  private record Envelope(DeviceId device, Instant time) {}

  private final NativeForm form;
  private final Duration shift;
  private final boolean replay;
  private final Sink sink;
  private final Map<Metric, Double> values = new LinkedHashMap<>();
  private Optional<Envelope> envelope = Optional.empty();
  private long firstSerial;
  private long lastSerial;

  /**
   * @param shift is added to every time
   * @param replay whether the messages are marked as history
   */
  Letters(NativeForm form, Duration shift, boolean replay, Sink sink) {
    this.form = form;
    this.shift = shift;
    this.replay = replay;
    this.sink = sink;
  }

  /** Whether the row belongs into the message that is being made. */
  boolean joins(Row row) {
    // The serials of a message are a stretch: a row left out between them would be acknowledged.
    return row instanceof Row.Value value
        && row.serial() == lastSerial + 1
        && envelope.filter(new Envelope(row.device(), row.time())::equals).isPresent()
        && !values.containsKey(value.metric());
  }

  void add(Row row) throws InterruptedException {
    if (!joins(row)) {
      finish();
    }
    if (row instanceof Row.Value value) {
      if (envelope.isEmpty()) {
        envelope = Optional.of(new Envelope(row.device(), row.time()));
        firstSerial = row.serial();
      }
      values.put(value.metric(), value.value());
      lastSerial = row.serial();
    } else if (row instanceof Row.Event event) {
      sink.send(new Letter(Serials.of(event.serial()), form.event(event(event))));
    } else if (row instanceof Row.Note note) {
      Instant time = note.time().plus(shift);
      sink.send(
          new Letter(
              Serials.of(note.serial()),
              form.note(note.device(), time, note.kind().word(), note.json(), replay)));
    }
  }

  /** Sends what is not yet sent. */
  void finish() throws InterruptedException {
    if (envelope.isPresent()) {
      Envelope to = envelope.get();
      Map<Metric, Double> said = new LinkedHashMap<>(values);
      Message message = form.telemetry(to.device(), to.time().plus(shift), said, replay);
      envelope = Optional.empty();
      values.clear();
      sink.send(new Letter(new Serials(firstSerial, lastSerial), message));
    }
  }

  private GateEvent event(Row.Event row) {
    return row.said(row.time().plus(shift), replay ? Provenance.HISTORY : Provenance.LIVE);
  }
}
