package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;

class BatchCodecTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final BatchCodec codec = new BatchCodec();

  @Test
  void an_unknown_version_names_what_was_found_and_what_to_do() {
    ByteSink newer = new ByteSink(8);
    newer.put(9);
    newer.putInt(crcOfOneByte(9));

    assertThatThrownBy(() -> codec.decode(newer.toBytes()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("form 9")
        .hasMessageContaining("expected form 1")
        .hasMessageContaining("newer");
  }

  @Test
  void a_reading_of_a_usual_batch_takes_at_most_twelve_bytes() {
    List<Observation> usual = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Instant time = NOON.plusMillis(i % 10 * 137);
      usual.add(
          new Reading(
              DeviceId.of("fridge-" + i % 50),
              Metric.TEMPERATURE,
              time,
              4 + i % 30 / 10.0,
              wuchang.domain.reading.Flaw.NONE,
              Provenance.LIVE,
              NOON));
    }

    assertThat(codec.encode(Batch.of(usual, List.of())).length).isLessThan(12_000);
  }

  @Test
  void an_unpaired_surrogate_stops_no_batch() {
    GateEvent odd =
        new GateEvent(
            DeviceId.of("gate-1"),
            NOON,
            GateEvent.What.DENIED,
            "1001",
            "\ud800",
            "",
            "",
            "\udc00x",
            Provenance.LIVE,
            NOON);
    Rejected refused =
        Rejected.of(
            Optional.empty(),
            "t/\ud800",
            new byte[] {1},
            Rejected.Reason.MALFORMED,
            "\udfff",
            NOON);
    Batch batch = Batch.of(List.of(odd), List.of(refused));

    assertThatCode(() -> codec.decode(codec.encode(batch))).doesNotThrowAnyException();
  }

  @Test
  void a_record_comes_back_as_it_was_among_readings_and_events() {
    Map<String, Object> said = new HashMap<>();
    said.put("meal", "午餐");
    said.put("grams", 125.5);
    said.put("device", "sample-1");
    said.put("healthy", true);
    said.put("hands", false);
    BookEntry entry =
        new BookEntry(
            RecordId.of("sample-1"),
            3,
            RecordKind.SAMPLE,
            NOON.plusNanos(7_000_001),
            "p1",
            "",
            new RecordFields(said),
            Provenance.HISTORY,
            NOON.plusSeconds(9));
    Batch batch =
        Batch.of(
            List.of(
                Reading.of(DeviceId.of("fridge-1"), Metric.TEMPERATURE, NOON, 4),
                entry,
                GateEvent.of(DeviceId.of("gate-1"), NOON, GateEvent.What.GRANTED),
                entry),
            List.of());

    assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
  }

  private static int crcOfOneByte(int value) {
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(value);
    return (int) crc.getValue();
  }
}
