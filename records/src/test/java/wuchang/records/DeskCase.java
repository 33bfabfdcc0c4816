package wuchang.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Profile;
import wuchang.domain.RecordId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Reply;
import wuchang.domain.book.Writer;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Person;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A desk with two areas and a refrigerator, and who writes there. */
abstract class DeskCase {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Writer COOK = new Writer(PersonId.of("p1"), Role.OPERATION, Optional.empty());
  static final Writer CONTRACTOR =
      new Writer(PersonId.of("c1"), Role.CONTRACTOR, Optional.of(Set.of(AreaId.of("cold"))));
  static final Writer INSPECTOR = new Writer(PersonId.of("i1"), Role.INSPECTOR, Optional.empty());

  final MemoryJournal journal = new MemoryJournal();
  final MemoryStore store = new MemoryStore();
  RecordDesk desk;

  @BeforeEach
  void begin() {
    desk = restarted();
  }

  RecordDesk restarted() {
    RecordDesk made = new RecordDesk(journal, store, DeskCase::site);
    made.begin(NOON);
    return made;
  }

  BookEntry written(RecordKind kind, Writer writer, Map<String, Object> said) {
    Reply reply = desk.answer(new RecordCommand.Write(kind, new HashMap<>(said), writer), NOON);
    assertThat(reply).isInstanceOf(Reply.Written.class);
    return ((Reply.Written) reply).entry();
  }

  Reply.Refused refused(RecordKind kind, Writer writer, Map<String, Object> said) {
    Reply reply = desk.answer(new RecordCommand.Write(kind, said, writer), NOON);
    assertThat(reply).isInstanceOf(Reply.Refused.class);
    return (Reply.Refused) reply;
  }

  List<BookEntry> found(RecordKind kind) {
    Instant from = NOON.minus(Duration.ofDays(1));
    return ((Reply.Found)
            desk.answer(new RecordCommand.Find(kind, from, NOON.plusSeconds(1)), NOON))
        .entries();
  }

  List<BookEntry> versions(RecordId id) {
    return ((Reply.Found) desk.answer(new RecordCommand.Versions(id), NOON)).entries();
  }

  List<RecordCommand.Improvement> improvements() {
    return ((Reply.Improvements) desk.answer(new RecordCommand.Improve(NOON.plusSeconds(1)), NOON))
        .items();
  }

  private static Site site() {
    Map<AreaId, Area> areas = new HashMap<>();
    for (String name : List.of("cold", "hot")) {
      areas.put(
          AreaId.of(name),
          new Area(
              AreaId.of(name),
              Text.same(name),
              Optional.of(PersonId.of("p1")),
              Optional.empty(),
              true,
              Optional.empty(),
              Map.of()));
    }
    Device fridge =
        new Device(
            DeviceId.of("fridge-1"),
            DeviceKind.FRIDGE,
            AreaId.of("cold"),
            Text.same("fridge"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of());
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        0,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(
            PersonId.of("p1"),
            person("p1"),
            PersonId.of("p2"),
            person("p2"),
            PersonId.of("c1"),
            person("c1")),
        areas,
        Map.of(fridge.id(), fridge),
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }

  private static Person person(String id) {
    return new Person(
        PersonId.of(id),
        id,
        Role.OPERATION,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
