package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.diary.Diary;
import wuchang.simulators.diary.Note;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.RecordMishap;
import wuchang.simulators.mishap.WireMishap;

/** What mishaps are beyond the device that they strike, at the site that scenarios share. */
class WiderTruthsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @Test
  void who_speaks_through_a_gateway_that_is_away_is_silent_and_a_backlog_shows_it_to_no_file()
      throws Exception {
    List<Label> outage = labels(WireMishap.GATEWAY_OUTAGE, "gw-1", 60);
    List<Label> backlog = labels(WireMishap.GATEWAY_BACKLOG, "gw-1", 60);

    assertThat(outage)
        .filteredOn(label -> label.kind().equals("SEN-01"))
        .extracting(Label::device)
        .contains(DeviceId.of("fridge-1"), DeviceId.of("meter-main"))
        .doesNotContain(DeviceId.of("gw-1"), DeviceId.of("fridge-4"), DeviceId.of("gate-1"));
    assertThat(outage).noneMatch(Label::passing);
    assertThat(backlog).hasSameSizeAs(outage);
    assertThat(backlog)
        .filteredOn(label -> !label.passing())
        .extracting(Label::kind)
        .containsExactly("benign:gateway-backlog");
    assertThat(labels(WireMishap.GATEWAY_OUTAGE, "gw-1", 4))
        .extracting(Label::kind)
        .containsExactly("benign:gateway-outage");
  }

  @Test
  void a_round_that_is_late_is_gone_in_the_evening_before_eight() throws Exception {
    Site site = site();
    Diary diary = new Diary(site, 1);
    List<Note> usual = rounds(diary.on(MONDAY, List.of()));
    List<Note> late =
        rounds(diary.on(MONDAY, List.of(mishap(RecordMishap.PATROL_LATE, "fridge-1", 600))));

    assertThat(usual).allMatch(note -> site.local(note.at()).getHour() < 17);
    assertThat(late).hasSameSizeAs(usual);
    assertThat(late)
        .filteredOn(note -> site.local(note.at()).getHour() >= 17)
        .hasSize(1)
        .allMatch(note -> note.fields().get("area").equals("cold-room"))
        .allMatch(note -> site.local(note.at()).getHour() < 20);
  }

  private static List<Note> rounds(List<Note> notes) {
    return notes.stream().filter(note -> note.kind().equals("patrol")).toList();
  }

  private static List<Label> labels(MishapKind kind, String device, int minutes) throws Exception {
    return Label.of(mishap(kind, device, minutes), site(), 1);
  }

  private static Mishap mishap(MishapKind kind, String device, int minutes) {
    Instant end = NOON.plus(Duration.ofMinutes(minutes));
    return new Mishap(kind, DeviceId.of(device), NOON, end, 1);
  }

  private static Site site() throws Exception {
    return Shipped.read("canteen").scenario().site();
  }
}
