package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Site;

class GateEventsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:05Z");
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Site EAST = Sites.east();

  private final Intake intake = new Intake(() -> EAST);

  private Decoded decode(String payload) {
    return intake.decode("wuchang/east/gate-1/event", payload.getBytes(UTF_8), false, NOW);
  }

  private GateEvent event(String payload) {
    Decoded decoded = decode(payload);
    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.observations()).hasSize(1);
    return (GateEvent) decoded.observations().get(0);
  }

  @Test
  void a_full_event_keeps_everything() {
    GateEvent event =
        event(
            """
            {"ts":1767225600000,"event":"granted","person":"1001","card":"0012345678",
             "direction":"in","method":"card","reason":"ok"}
            """);
    assertThat(event)
        .isEqualTo(
            new GateEvent(
                Sites.GATE,
                THEN,
                What.GRANTED,
                "1001",
                "0012345678",
                "in",
                "card",
                "ok",
                Provenance.LIVE,
                NOW));
  }

  @Test
  void the_other_names_of_person_and_card_are_understood() {
    GateEvent event =
        event("{\"event\":\"denied\",\"personId\":\"1001\",\"cardNo\":\"0012345678\"}");
    assertThat(event.person()).isEqualTo("1001");
    assertThat(event.card()).isEqualTo("0012345678");
    assertThat(event.time()).isEqualTo(NOW);
    assertThat(event.provenance()).isEqualTo(Provenance.UNTIMED);
  }

  @Test
  void a_card_that_came_as_a_number_is_kept_as_it_was_written() {
    assertThat(event("{\"event\":\"granted\",\"card\":12345678901234567890}").card())
        .isEqualTo("12345678901234567890");
  }

  @ParameterizedTest
  @EnumSource(What.class)
  void every_event_of_the_contract_is_known(What what) {
    assertThat(event("{\"event\":\"" + what.word() + "\"}").what()).isEqualTo(what);
  }

  @Test
  void an_array_holds_several_and_the_good_ones_are_kept() {
    Decoded decoded =
        decode(
            """
            [{"event":"door_open","ts":1767225600000},{"event":"exploded"},
             {"event":"door_closed","ts":1767225601000,"replay":true}]
            """);
    assertThat(decoded.observations())
        .extracting(o -> ((GateEvent) o).what())
        .containsExactly(What.DOOR_OPEN, What.DOOR_CLOSED);
    assertThat(decoded.observations().get(1).provenance()).isEqualTo(Provenance.HISTORY);
    assertThat(decoded.rejected()).hasSize(1);
    assertThat(decoded.rejected().get(0).reason()).isEqualTo(Reason.UNKNOWN_EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"event\":null}", "{\"event\":\"GRANTED\"}", "{\"event\":7}", "{\"a\":1}"})
  void what_is_no_event_is_refused(String payload) {
    Decoded decoded = decode(payload);
    assertThat(decoded.observations()).isEmpty();
    assertThat(decoded.rejected().get(0).reason()).isEqualTo(Reason.UNKNOWN_EVENT);
  }

  @Test
  void an_id_is_kept_whole_or_refused_but_never_cut() {
    assertThat(event("{\"event\":\"granted\",\"card\":\"" + "7".repeat(128) + "\"}").card())
        .hasSize(128);
    Decoded tooLong = decode("{\"event\":\"granted\",\"card\":\"" + "7".repeat(129) + "\"}");
    assertThat(tooLong.observations()).isEmpty();
    assertThat(tooLong.rejected().get(0).reason()).isEqualTo(Reason.BAD_VALUE);
    Decoded unprintable = decode("{\"event\":\"granted\",\"person\":\"10\\u0000\"}");
    assertThat(unprintable.rejected().get(0).reason()).isEqualTo(Reason.BAD_VALUE);
  }

  @Test
  void a_long_or_unprintable_reason_is_cut_and_repaired() {
    GateEvent event =
        event("{\"event\":\"denied\",\"reason\":\"a\\u0000b\\ud800" + "c".repeat(200) + "\"}");
    assertThat(event.reason()).startsWith("a\uFFFDb\uFFFDccc").hasSize(128);
  }

  private Decoded sent(String device, String payload) {
    String topic = "wuchang/east/" + device + "/event";
    return intake.decode(topic, payload.getBytes(UTF_8), false, NOW);
  }

  @Test
  void a_record_comes_as_an_event() {
    Decoded decoded =
        sent(
            "gate-1",
            """
            {"ts":1767225600000,"event":"record:morning-check","replay":true,
             "record":{"person":"p1","temperature":36.5,"healthy":true,"mood":"fine"}}
            """);

    assertThat(decoded.rejected()).isEmpty();
    BookEntry entry = (BookEntry) decoded.observations().get(0);
    assertThat(entry.kind()).isEqualTo(RecordKind.MORNING_CHECK);
    assertThat(entry.time()).isEqualTo(THEN);
    assertThat(entry.device()).isEqualTo(Sites.GATE);
    assertThat(entry.provenance().replay()).isTrue();
    assertThat(entry.fields().text("person")).contains("p1");
    assertThat(entry.fields().flag("healthy")).contains(true);
  }

  @Test
  void a_record_of_no_device_needs_none_and_nothing_else_happens_there() {
    String outbreak = "{\"event\":\"record:outbreak\",\"record\":{\"level\":\"outbreak\"}}";
    Decoded decoded = sent("site:records", outbreak);
    assertThat(decoded.rejected()).isEmpty();
    assertThat(decoded.observations()).singleElement().isInstanceOf(BookEntry.class);

    Decoded forced = sent("site:records", "{\"event\":\"forced_open\"}");
    assertThat(forced.observations()).isEmpty();
    assertThat(forced.rejected())
        .singleElement()
        .matches(refused -> refused.reason() == Reason.UNKNOWN_EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'event':'record:party','record':{}}",
        "{'event':'record:patrol'}",
        "{'event':'record:patrol','record':{}}",
        "{'event':'record:sample','record':{'grams':-1}}"
      })
  void what_is_no_record_is_refused(String payload) {
    Decoded decoded = sent("gate-1", payload.replace('\'', '"'));

    assertThat(decoded.observations()).isEmpty();
    assertThat(decoded.rejected()).hasSize(1);
  }
}
