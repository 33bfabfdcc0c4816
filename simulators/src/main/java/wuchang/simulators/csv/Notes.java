package wuchang.simulators.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.book.EntryReader;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordKind;

/** Makes records of the JSON that stands in a file. */
final class Notes {
  private static final ObjectReader JSON =
      JsonMapper.builder().build().readerFor(new TypeReference<Map<String, Object>>() {});

  private Notes() {}

  /**
   * The record that a row says.
   *
   * @throws IllegalArgumentException naming the field that is wrong, and what was expected
   */
  static BookEntry entry(RecordKind kind, Instant time, DeviceId device, String json) {
    EntryReader.Said said = new EntryReader.Said(device, time, Provenance.LIVE, time);
    EntryReader.Outcome outcome = EntryReader.read(kind, fields(json), said);
    return outcome.entry().orElseThrow(() -> fault(outcome.faults().get(0)));
  }

  private static Map<String, Object> fields(String json) {
    try {
      Map<String, Object> fields = JSON.readValue(json);
      if (fields != null) {
        return fields;
      }
    } catch (JsonProcessingException e) {
      // Said below; the parser's own words run over several lines.
    }
    throw new IllegalArgumentException(
        RowParser.quoted(json) + " is no record; expected a JSON object");
  }

  private static IllegalArgumentException fault(RecordFault fault) {
    return new IllegalArgumentException(
        "field «" + fault.field() + "» of the record: " + fault.what().en());
  }
}
