package wuchang.simulators.diary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.DeviceId;

/**
 * A record that somebody keeps (CONTRACT §5).
 *
 * @param device what it is about, or a device where it is kept
 * @param kind {@code morning-check}, {@code sample}, …
 * @param fields texts, numbers, yes and no; {@code who} keeps it is always among them
 */
public record Note(Instant at, DeviceId device, String kind, Map<String, Object> fields) {
  private static final JsonFactory JSON = new JsonFactory();

  public Note {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The metric of its row: {@code event:record:sample}. */
  public String metric() {
    return "event:record:" + kind;
  }

  /** The value of its row. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("when", at.toString());
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        write(json, field.getKey(), field.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBooleanField(name, flag);
    } else if (value instanceof Integer number) {
      json.writeNumberField(name, number);
    } else if (value instanceof Double number) {
      json.writeNumberField(name, number);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  /** The row of CONTRACT §4, without line feed. */
  public String csv() {
    return at + "," + device + "," + metric() + ",\"" + json().replace("\"", "\"\"") + "\"";
  }
}
