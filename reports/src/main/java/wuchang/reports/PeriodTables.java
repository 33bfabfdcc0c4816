package wuchang.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Consumption;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
import wuchang.domain.score.Incident;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;
import wuchang.reports.figure.Watched;

/** Further tables of a week or month: what came again, what passed, what to look at next. */
final class PeriodTables {
  /** A mean that rose by so much, in K, is looked at. */
  private static final double RISING = 0.5;

  /** An area that nobody has looked at for so long is looked at next. */
  private static final Duration LONG_AGO = Duration.ofDays(14);

  /** A device that proves less than this is looked at next. */
  private static final double PROVEN = 0.9;

  private final Sources sources;
  private final Names names;
  private final Span span;
  private final Tables tables;

  PeriodTables(Sources sources, Span span, Tables tables) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.span = span;
    this.tables = tables;
  }

  Section repeats() {
    Section.Draft table =
        Section.of("repeats", "重复问题", "Repeated problems")
            .note(
                "同一设备同一问题 7 日内 3 次及以上，或关闭后 30 日内再次发生，须分析根因。",
                "Three times or more within 7 days on one device, or again within 30 days of being closed: to be looked into.")
            .column("device", "设备", "Device")
            .column("what", "问题", "Problem")
            .column("times", "次数", "Times")
            .column("last", "最近一次", "Last")
            .column("cause", "根因", "Root cause")
            .column("measure", "整改措施及期限", "Measure, deadline");
    for (List<Incident> same : tables.repeated().values()) {
      Incident last = same.get(same.size() - 1);
      table.row(
          Cell.words(names.device(last.device())),
          Cell.words(tables.named(last.rule())),
          Cell.amount(same.size()),
          Cell.at(last.raisedAt()),
          Cell.FIELD,
          Cell.FIELD);
    }
    return table.orNote("无。", "None.");
  }

  Section meters() {
    Section.Draft table =
        Section.of("meters", "水电用量", "Meters")
            .column("device", "表计", "Meter")
            .column("area", "区域", "Area")
            .column("amount", "用量", "Amount")
            .column("unit", "单位", "Unit")
            .column("cost", "费用 (元)", "Cost (yuan)")
            .column("incomplete", "不完整天数", "Incomplete days");
    for (Device device : sources.site().devices().values()) {
      List<Consumption.Day> days =
          sources.meters().getOrDefault(device.id(), List.of()).stream()
              .filter(day -> !day.day().isBefore(span.period().first()))
              .filter(day -> day.day().isBefore(span.period().end()))
              .toList();
      if (sources.meters().containsKey(device.id())) {
        double sum = days.stream().mapToDouble(Consumption.Day::amount).sum();
        Metric metric =
            device.kind().metrics().contains(Metric.WATER_TOTAL)
                ? Metric.WATER_TOTAL
                : Metric.ENERGY_TOTAL;
        table.row(
            Cell.words(device.name()),
            Cell.words(names.area(device.area())),
            days.isEmpty() ? Cell.GAP : Cell.amount(sum, 3),
            Cell.words(metric.unit().symbol()),
            device
                .traits()
                .quantity("price")
                .filter(price -> !days.isEmpty())
                .map(price -> Cell.amount(sum * price.value(), 2))
                .orElse(Cell.GAP),
            Cell.amount(
                span.period().days() - days.stream().filter(day -> !day.incomplete()).count()));
      }
    }
    return table.orNote("无表计。", "There are no meters.");
  }

  Section cycles() {
    Section.Draft table =
        Section.of("cycles", "消毒情况", "Disinfections")
            .column("device", "设备", "Device")
            .column("effective", "合格", "Proven")
            .column("failed", "不合格", "Failed")
            .column("unproven", "无法证明", "Not to be proven");
    for (Device device : sources.site().devices().values()) {
      List<Cycle> of =
          sources.cycles().stream().filter(c -> c.device().equals(device.id())).toList();
      if (!of.isEmpty()) {
        table.row(
            Cell.words(device.name()),
            count(of, Cycle.Verdict.EFFECTIVE),
            count(of, Cycle.Verdict.FAILED),
            count(of, Cycle.Verdict.UNPROVEN));
      }
    }
    return table.orNote("无。", "None.");
  }

  private static Cell count(List<Cycle> cycles, Cycle.Verdict verdict) {
    return Cell.amount(cycles.stream().filter(cycle -> cycle.verdict() == verdict).count());
  }

  /** What people did and wrote down, by kind. */
  Section records() {
    Section.Draft table =
        Section.of("records", "人工记录", "Records by people")
            .column("kind", "记录", "Record")
            .column("count", "份数", "Number");
    for (RecordKind kind : RecordKind.values()) {
      long count =
          Entries.newest(sources.entries())
              .filter(entry -> entry.kind() == kind)
              .filter(entry -> !entry.time().isBefore(span.from()))
              .filter(entry -> entry.time().isBefore(span.to()))
              .count();
      if (count > 0) {
        table.row(Cell.words(Duties.kind(kind)), Cell.amount(count));
      }
    }
    return table.orNote("无。", "None.");
  }

  /** Devices whose area has nobody who answers for it (A9). */
  Section orphans() {
    Section.Draft table =
        Section.of("orphans", "无责任人的资产", "Assets without a responsible person")
            .column("device", "设备", "Device")
            .column("area", "区域", "Area")
            .column("measure", "指定责任人", "Responsible from now on");
    for (Device device : sources.site().devices().values()) {
      if (sources.site().area(device.area()).flatMap(Area::responsible).isEmpty()) {
        table.row(Cell.words(device.name()), Cell.words(names.area(device.area())), Cell.FIELD);
      }
    }
    return table.orNote("无，每项资产均有责任人。", "None: every asset has a responsible person.");
  }

  /** What the system proposes to look at next (A26). */
  Section next() {
    Section.Draft table =
        Section.of("next", "建议下一步检查", "What to check next")
            .column("what", "对象", "What")
            .column("why", "理由", "Why")
            .column("who", "责任人", "Who")
            .column("result", "检查结果", "Result");
    for (Watched series : sources.watched()) {
      tables
          .change(series)
          .filter(rise -> series.metric().equals(Metric.TEMPERATURE) && rise >= RISING)
          .ifPresent(rise -> table.row(proposal(series.device(), rising(rise))));
    }
    for (List<Incident> same : tables.repeated().values()) {
      table.row(proposal(same.get(0).device(), again(same.get(0).rule(), same.size())));
    }
    for (Device device : sources.site().devices().values()) {
      double share = tables.coverage(device::equals);
      if (share < PROVEN) {
        table.row(proposal(device.id(), unproven(share)));
      }
    }
    sources.site().areas().values().forEach(area -> overlooked(area, table));
    return table.orNote("无。", "None.");
  }

  private Cell[] proposal(DeviceId device, Text why) {
    return new Cell[] {
      Cell.words(names.device(device)),
      Cell.words(why),
      Cell.words(names.responsibleFor(device).map(names::person).orElse("")),
      Cell.FIELD
    };
  }

  private static Text rising(double rise) {
    String by = String.format(java.util.Locale.ROOT, "%.1f", rise);
    return new Text("平均温度较上期上升 " + by + " K", "the mean has risen by " + by + " K");
  }

  private Text again(RuleId rule, int times) {
    Text name = names.rule(rule);
    return new Text(name.zh() + "重复发生（" + times + " 次）", name.en() + " came again (" + times + ")");
  }

  private static Text unproven(double share) {
    String percent = String.format(java.util.Locale.ROOT, "%.1f", Math.floor(share * 1000) / 10);
    return new Text("数据完整率仅 " + percent + "%", "only " + percent + " % is proven");
  }

  private void overlooked(Area area, Section.Draft table) {
    Optional<LocalDate> last =
        Entries.newest(sources.entries())
            .filter(e -> e.kind() == RecordKind.PATROL || e.kind() == RecordKind.INSPECTION)
            .filter(e -> e.area().filter(area.id()::equals).isPresent())
            .map(BookEntry::time)
            .max(Comparator.naturalOrder())
            .map(at -> LocalDate.ofInstant(at, span.zone()));
    LocalDate limit = span.period().end().minusDays(LONG_AGO.toDays());
    if (last.isEmpty() || last.get().isBefore(limit)) {
      table.row(
          Cell.words(area.name()),
          Cell.words(
              last.map(day -> new Text("上次巡查 " + day, "last looked at on " + day))
                  .orElse(new Text("没有巡查或检查记录", "nobody has written down a look at it"))),
          Cell.words(names.responsible(area.id())),
          Cell.FIELD);
    }
  }
}
