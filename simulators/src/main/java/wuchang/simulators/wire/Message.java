package wuchang.simulators.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Saying;

/**
 * One MQTT message: what a device says, typed, with the form it is written in. Topic and payload
 * are written when they are asked for, each time anew, so that a file of readings costs no JSON.
 *
 * @param said at least one saying, each with the time that the device's own clock shows
 * @param sendAt when it leaves for the broker; never before the wire has reached that time
 * @param replay whether it is marked as history
 * @param retained whether the broker is to keep it
 */
public record Message(
    DeviceId device,
    List<Saying> said,
    Instant sendAt,
    Form form,
    boolean replay,
    boolean retained) {

  /** A device's time is believed in these bounds around the arrival (CONTRACT §3). */
  private static final Duration BELIEVED_BEFORE = Duration.ofHours(24);

  private static final Duration BELIEVED_AFTER = Duration.ofMinutes(5);

  public Message {
    said = List.copyOf(said);
    if (said.isEmpty()) {
      throw new IllegalArgumentException("a message of " + device + " that says nothing");
    }
  }

  /** Takes the rows that a file of readings would have of what devices said. */
  public interface Rows {
    void value(Instant time, DeviceId device, Metric metric, double value);

    void event(Instant time, Saying.Event event);
  }

  /** The newest time it speaks of, as the device's clock shows it. */
  public Instant time() {
    Instant newest = said.get(0).at();
    for (Saying saying : said) {
      newest = saying.at().isAfter(newest) ? saying.at() : newest;
    }
    return newest;
  }

  public String topic() {
    return form.topic(this);
  }

  public byte[] payload() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The payload as text. */
  public String text() {
    return form.text(this);
  }

  /**
   * Tells each reading as it would be kept: an unbelievable time becomes the arrival's; a value
   * that is null on the wire is NaN.
   */
  public void tell(Rows rows) {
    for (Saying saying : said) {
      Instant time = believed(saying.at());
      if (saying instanceof Saying.Values values) {
        for (Map.Entry<Metric, Double> value : values.values().entrySet()) {
          rows.value(time, device, value.getKey(), value.getValue());
        }
      } else if (saying instanceof Saying.Event event) {
        rows.event(time, event);
      }
    }
  }

  Message sentAt(Instant time) {
    return new Message(device, said, time, form, replay, retained);
  }

  Message toBeRetained() {
    return new Message(device, said, sendAt, form, replay, true);
  }

  private Instant believed(Instant time) {
    boolean tooOld = !replay && time.isBefore(sendAt.minus(BELIEVED_BEFORE));
    return tooOld || time.isAfter(sendAt.plus(BELIEVED_AFTER)) ? sendAt : time;
  }
}
