package wuchang.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.RecordId;
import wuchang.domain.Text;
import wuchang.domain.book.EntryReader;
import wuchang.domain.book.Keepers;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Write;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordForm;
import wuchang.domain.record.RecordKind;
import wuchang.domain.record.RecordLife;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/**
 * What somebody wants to write, on its way to being an entry. Pure.
 *
 * @param before the version it follows; empty for a record that is new
 */
record Draft(Write write, Optional<BookEntry> before, Site site, Instant now) {
  /** How far ahead of our clock somebody's may be. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * The entry that is to be written.
   *
   * @throws Refusal saying why nothing is
   */
  BookEntry entry() {
    RecordForm form = RecordForm.of(write.kind());
    List<RecordFault> faults = new ArrayList<>();
    Optional<Instant> when = EntryReader.when(write.said(), faults);
    when.filter(at -> at.isAfter(now.plus(AHEAD))).ifPresent(at -> faults.add(tooEarly()));
    String who = EntryReader.word(write.said(), "who", faults);
    Map<String, Object> merged = merged();
    form.life().ifPresent(life -> carryOn(life, merged));
    RecordForm.Filled filled = form.fill(merged, true);
    faults.addAll(filled.faults());
    faults.addAll(new Whereabouts(site).faults(form, filled.fields()));
    if (!faults.isEmpty()) {
      throw Refusal.of(faults);
    }
    allow(filled.fields(), who);
    form.life().ifPresent(life -> follow(life, filled.fields()));
    return entry(filled.fields(), when, who);
  }

  private BookEntry entry(RecordFields fields, Optional<Instant> when, String said) {
    boolean nameless = fields.flag("anonymous").orElse(false);
    String who =
        !said.isEmpty() ? said : before.map(BookEntry::who).orElse(write.writer().id().value());
    Instant at =
        when.orElseGet(() -> before.filter(b -> !moves(fields)).map(BookEntry::time).orElse(now));
    Instant time = Instant.ofEpochMilli(at.toEpochMilli());
    String name = nameless ? "" : who;
    RecordId id =
        before.map(BookEntry::id).orElseGet(() -> EntryReader.id(write.kind(), time, name, fields));
    return new BookEntry(
        id,
        before.map(b -> b.version() + 1).orElse(1),
        write.kind(),
        time,
        name,
        nameless && before.isEmpty() ? "" : write.writer().id().value(),
        fields,
        Provenance.LIVE,
        now);
  }

  /** Whether the record goes into another state. */
  private boolean moves(RecordFields fields) {
    return !before
        .map(BookEntry::state)
        .orElse("")
        .equals(fields.text(RecordLife.STATE).orElse(""));
  }

  /** What was said before, and what is said now; null takes something away. */
  private Map<String, Object> merged() {
    Map<String, Object> merged = new LinkedHashMap<>();
    before.ifPresent(b -> merged.putAll(b.fields().values()));
    merged.putAll(write.said());
    EntryReader.COMMON.forEach(merged::remove);
    return merged;
  }

  /** A new state is to be left in due time. */
  private void carryOn(RecordLife life, Map<String, Object> merged) {
    if (before.isEmpty() && isOwnGuest(merged)) {
      merged.putIfAbsent(RecordLife.STATE, "approved");
    }
    Object state = merged.getOrDefault(RecordLife.STATE, life.first());
    boolean moved = !state.equals(before.map(BookEntry::state).orElse(""));
    if (moved && !write.said().containsKey(RecordLife.DUE)) {
      merged.remove(RecordLife.DUE);
      life.due(String.valueOf(state))
          .ifPresent(due -> merged.put(RecordLife.DUE, now.plus(due).toString()));
    }
  }

  /** Who registers a guest of one's own has agreed to the visit. */
  private boolean isOwnGuest(Map<String, Object> merged) {
    return write.kind() == RecordKind.VISITOR
        && write.writer().id().value().equals(merged.get("host"));
  }

  private void follow(RecordLife life, RecordFields fields) {
    String to = fields.text(RecordLife.STATE).orElse(life.first());
    if (before.isPresent() && !life.allows(before.get().state(), to)) {
      throw Refusal.of(
          RecordCommand.Refusal.CONFLICT,
          "状态 %s 之后不能是 %s，应为：%s"
              .formatted(before.get().state(), to, life.following(before.get().state())),
          "after the state %s comes none such as %s; expected one of %s"
              .formatted(before.get().state(), to, life.following(before.get().state())));
    }
    boolean accepts =
        write.kind() == RecordKind.REPAIR
            && Set.of("accepted", "followed_up").contains(to)
            && moves(fields);
    if (accepts && !write.writer().standsIn()) {
      throw Refusal.of(
          RecordCommand.Refusal.NOT_ALLOWED,
          "验收和回访由食堂人员进行，不能由维修方自行验收",
          "who repairs does not accept the work; the canteen's people do");
    }
    boolean decides = write.kind() == RecordKind.VISITOR && to.equals("approved") && moves(fields);
    if (decides && !isOwnGuest(new LinkedHashMap<>(fields.values())) && !stands()) {
      throw Refusal.of(
          RecordCommand.Refusal.NOT_ALLOWED,
          "来访须由接待人或管理层同意",
          "the host or the management agrees to a visit");
    }
  }

  private boolean stands() {
    return write.writer().role().atLeast(Role.MANAGEMENT);
  }

  private void allow(RecordFields fields, String who) {
    if (!Keepers.keeps(write.writer().role(), write.kind())) {
      throw Refusal.of(
          RecordCommand.Refusal.NOT_ALLOWED,
          "该记录至少需要角色 " + Keepers.weakest(write.kind()).word(),
          "this record takes the role %s or one that may as much"
              .formatted(Keepers.weakest(write.kind()).word()));
    }
    String self = write.writer().id().value();
    boolean others =
        !who.isEmpty() && !who.equals(self) || before.filter(b -> !isOf(b, self)).isPresent();
    if (others && !write.writer().standsIn()) {
      throw Refusal.of(
          RecordCommand.Refusal.NOT_ALLOWED,
          "不能替他人填写或更正",
          "what somebody else writes is theirs to write and to correct");
    }
    Optional<AreaId> was = before.flatMap(b -> new Whereabouts(site).area(b.fields()));
    boolean own =
        write.writer().mayWriteOf(new Whereabouts(site).area(fields))
            && (before.isEmpty() || write.writer().mayWriteOf(was));
    if (!own && write.kind() != RecordKind.FEEDBACK) {
      throw Refusal.of(
          RecordCommand.Refusal.NOT_ALLOWED,
          "只能填写本人负责的区域",
          "name an area of yours, or a device in one: that is what you may write about");
    }
  }

  /** Who wrote it, whom it is about, and who was sent to repair it carry it on. */
  private static boolean isOf(BookEntry entry, String person) {
    return entry.by().equals(person)
        || entry.who().equals(person)
        || entry.fields().text("assignee").filter(person::equals).isPresent();
  }

  private static RecordFault tooEarly() {
    return new RecordFault("when", new Text("时间不能在将来", "it must not lie in the future"));
  }
}
