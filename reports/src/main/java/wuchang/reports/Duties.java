package wuchang.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordForm;
import wuchang.domain.record.RecordKind;
import wuchang.domain.record.RecordLife;
import wuchang.domain.score.Incident;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;

/** What has to be done by when: rectifications that are overdue, certificates and calibrations. */
final class Duties {
  /** DOMAIN.md GAT-05, SEN-05: told so long before. */
  private static final int AHEAD_DAYS = 30;

  private final Sources sources;
  private final Names names;
  private final Span span;

  Duties(Sources sources, Span span) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.span = span;
  }

  /** What was promised or is to be done, and was not by the end of the span. */
  Section overdue() {
    Section.Draft table =
        Section.of("overdue", "逾期未完成整改", "Overdue rectifications")
            .column("what", "事项", "What")
            .column("where", "设备/区域", "Where")
            .column("who", "责任人", "Who")
            .column("since", "开始", "Since")
            .column("due", "期限", "Due");
    Instant end = end();
    sources.incidents().stream()
        .filter(Incident::counts)
        .filter(i -> i.promisedAt().filter(at -> at.isBefore(end)).isPresent())
        .filter(i -> i.closedAt().filter(at -> at.isBefore(end)).isEmpty())
        .sorted(
            Comparator.comparing((Incident i) -> i.promisedAt().orElseThrow())
                .thenComparing(Incident::id))
        .forEach(
            i ->
                table.row(
                    Cell.words(names.rule(i.rule())),
                    Cell.words(names.device(i.device())),
                    Cell.words(i.owner().map(names::person).orElse("")),
                    Cell.at(i.since()),
                    Cell.at(i.promisedAt())));
    Entries.newest(sources.entries())
        .filter(entry -> due(entry).filter(at -> at.isBefore(end)).isPresent())
        .forEach(
            entry ->
                table.row(
                    Cell.words(
                        entry.fields().text("what").map(Text::same).orElse(kind(entry.kind()))),
                    Cell.words(where(entry)),
                    Cell.words(names.person(PersonId.of(entry.who()))),
                    Cell.at(entry.time()),
                    Cell.at(due(entry))));
    return table.orNote("无。", "None.");
  }

  /** Of rectifications, repairs and appeals that wait for something. */
  private static Optional<Instant> due(BookEntry entry) {
    boolean waits =
        switch (entry.kind()) {
          case CORRECTIVE_ACTION, REPAIR, APPEAL, FEEDBACK -> true;
          default -> false;
        };
    Optional<RecordLife> life = RecordForm.of(entry.kind()).life();
    return waits && !entry.who().isEmpty() && life.filter(l -> !l.isOver(entry.state())).isPresent()
        ? entry
            .fields()
            .time(RecordLife.DUE)
            .or(() -> life.flatMap(l -> l.due(entry.state())).map(entry.time()::plus))
        : Optional.empty();
  }

  private Text where(BookEntry entry) {
    return entry
        .about()
        .map(names::device)
        .or(() -> entry.area().map(names::area))
        .orElse(Text.same(""));
  }

  /** Certificates and calibrations that have run out, or will within a month. */
  Section due() {
    Section.Draft table =
        Section.of("due", "健康证与校准到期", "Certificates and calibrations due")
            .note("已过期或 30 日内到期。", "Those that have run out, or will within 30 days.")
            .column("what", "事项", "What")
            .column("who", "人员/设备", "Person or device")
            .column("due", "到期日", "Due");
    LocalDate last = LocalDate.ofInstant(end(), span.zone()).plusDays(AHEAD_DAYS);
    sources.site().people().values().forEach(person -> certificate(person, last, table));
    sources.site().devices().values().forEach(device -> calibration(device, last, table));
    return table.orNote("无。", "None.");
  }

  private void certificate(Person person, LocalDate last, Section.Draft table) {
    Stream<LocalDate> trained =
        Entries.newest(sources.entries())
            .filter(entry -> entry.kind() == RecordKind.TRAINING)
            .filter(entry -> entry.person().filter(person.id()::equals).isPresent())
            .flatMap(entry -> entry.fields().text("health-certificate").stream())
            .map(LocalDate::parse);
    Stream.concat(person.healthCertificate().stream(), trained)
        .max(Comparator.naturalOrder())
        .filter(day -> !day.isAfter(last))
        .ifPresent(
            day ->
                table.row(
                    Cell.words(new Text("健康证", "Health certificate")),
                    Cell.words(person.name()),
                    Cell.day(day)));
  }

  private void calibration(Device device, LocalDate last, Section.Draft table) {
    Calibrations.due(device, sources.entries(), sources.site().zone())
        .filter(day -> !day.isAfter(last))
        .ifPresent(
            day ->
                table.row(
                    Cell.words(new Text("校准", "Calibration")),
                    Cell.words(device.name()),
                    Cell.day(day)));
  }

  private Instant end() {
    return span.isOver() ? span.to() : span.now();
  }

  static Text kind(RecordKind kind) {
    return switch (kind) {
      case CORRECTIVE_ACTION -> new Text("纠正措施", "Corrective action");
      case REPAIR -> new Text("报修", "Repair");
      case APPEAL -> new Text("申诉", "Appeal");
      case FEEDBACK -> new Text("意见", "Feedback");
      case CALIBRATION -> new Text("校准", "Calibration");
      case PATROL -> new Text("巡查", "Patrol");
      case INSPECTION -> new Text("检查", "Inspection");
      case TRAINING -> new Text("培训带教", "Training");
      case SAMPLE -> new Text("留样", "Sample");
      case MORNING_CHECK -> new Text("晨检", "Morning check");
      case SATISFACTION -> new Text("满意度", "Satisfaction");
      case VISITOR -> new Text("来访", "Visitor");
      case ORDER -> new Text("工单", "Order");
      case BATCH -> new Text("批次", "Batch");
      case MEAL_CANCELLED -> new Text("停餐", "Meal cancelled");
      case OUTBREAK -> new Text("疫情级别", "Outbreak level");
    };
  }
}
