package wuchang.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.book.EntryReader;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordKind;

/**
 * Records that come as events, as they stand in files: {@code {"ts": …, "event":
 * "record:morning-check", "record": {"person": "p1"}}}. A terminal may say more than is asked for.
 */
final class Notes {
  static final String EVENT = "record:";

  private static final String FIELDS = "record";
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KINDS =
      Arrays.stream(RecordKind.values()).map(RecordKind::word).collect(Collectors.joining(" "));

  private final Harvest harvest;
  private final Duration retention;

  Notes(Harvest harvest, Duration retention) {
    this.harvest = harvest;
    this.retention = retention;
  }

  void read(JsonNode object, String event, DeviceId device) {
    String word = event.substring(EVENT.length());
    Optional<RecordKind> kind = RecordKind.of(word);
    JsonNode fields = object.path(FIELDS);
    if (kind.isEmpty()) {
      String detail = Legible.quoted(word) + " is no kind of record; expected one of " + KINDS;
      harvest.refuse(Reason.UNKNOWN_EVENT, Optional.of(device), detail);
    } else if (!fields.isObject()) {
      String detail = "«record» is " + Element.seen(fields) + "; expected an object of its fields";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device), detail);
    } else {
      Element.stamp(object, device, harvest, retention)
          .ifPresent(stamp -> enter(kind.get(), fields, device, stamp));
    }
  }

  private void enter(RecordKind kind, JsonNode fields, DeviceId device, Stamp stamp) {
    EntryReader.Outcome outcome =
        EntryReader.read(
            kind,
            JSON.convertValue(fields, MAP),
            new EntryReader.Said(
                device, stamp.time(), stamp.provenance(), harvest.incoming().arrived()));
    outcome.entry().ifPresent(harvest::entry);
    for (RecordFault fault : outcome.faults()) {
      String name = Legible.quoted(fault.field());
      String detail = "field " + name + " of the record: " + fault.what().en();
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device), detail);
    }
  }
}
