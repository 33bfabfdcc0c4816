package wuchang.simulators.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;

/**
 * Writes what the devices of one site say in the native form. Times are epoch milliseconds; a value
 * is written with the fewest digits that give the same double again.
 */
public final class NativeForm {
  private static final JsonFactory JSON = new JsonFactory();

  private final String prefix;

  public NativeForm(SiteId site) {
    this.prefix = "wuchang/" + site + "/";
  }

  /**
   * The values that a device measured at one instant.
   *
   * @param replay whether this is history, not news
   */
  public Message telemetry(
      DeviceId device, Instant time, Map<Metric, Double> values, boolean replay) {
    byte[] payload =
        write(
            json -> {
              json.writeNumberField("ts", time.toEpochMilli());
              json.writeObjectFieldStart("values");
              for (Map.Entry<Metric, Double> value : values.entrySet()) {
                json.writeNumberField(value.getKey().name(), value.getValue());
              }
              json.writeEndObject();
              markReplay(json, replay);
            });
    return new Message(time, prefix + device + "/telemetry", payload);
  }

  /** Something that happened at a gate; what the gate did not say is left out. */
  public Message event(GateEvent event) {
    byte[] payload =
        write(
            json -> {
              json.writeNumberField("ts", event.time().toEpochMilli());
              json.writeStringField("event", event.what().word());
              writeKnown(json, "person", event.person());
              writeKnown(json, "card", event.card());
              writeKnown(json, "direction", event.direction());
              writeKnown(json, "method", event.method());
              writeKnown(json, "reason", event.reason());
              markReplay(json, event.provenance().replay());
            });
    return new Message(event.time(), prefix + event.device() + "/event", payload);
  }

  private static void writeKnown(JsonGenerator json, String name, String word) throws IOException {
    if (!word.isEmpty()) {
      json.writeStringField(name, word);
    }
  }

  private static void markReplay(JsonGenerator json, boolean replay) throws IOException {
    if (replay) {
      json.writeBooleanField("replay", true);
    }
  }

  private interface Body {
    void to(JsonGenerator json) throws IOException;
  }

  private static byte[] write(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      body.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }
}
