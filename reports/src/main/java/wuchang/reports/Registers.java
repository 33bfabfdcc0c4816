package wuchang.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Document;
import wuchang.reports.document.Document.Entry;
import wuchang.reports.document.Section;
import wuchang.reports.figure.Watched;

/**
 * Documents about how things are set up: the risk list, the register of assets, and the log form.
 */
public final class Registers {
  private final Sources sources;
  private final Names names;
  private final Period period;
  private final Instant madeAt;

  private Registers(Period period, Instant madeAt, Sources sources) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.period = period;
    this.madeAt = madeAt;
  }

  /** 《食品安全风险管控清单》 from the catalogue in force. */
  public static Document riskList(Period period, Instant madeAt, Sources sources) {
    return new Registers(period, madeAt, sources).risks();
  }

  /** Every device with its place, who answers for it, and its history (A36). */
  public static Document assets(Period period, Instant madeAt, Sources sources) {
    return new Registers(period, madeAt, sources).assets();
  }

  /** The temperature log form: a table a series, a row a day. */
  public static Document temperatures(Period period, Instant madeAt, Sources sources) {
    return new Registers(period, madeAt, sources).temperatures();
  }

  private Document risks() {
    Map<RuleId, List<RiskItem>> byRule =
        sources.risks().stream()
            .collect(
                Collectors.groupingBy(r -> r.rule().id(), LinkedHashMap::new, Collectors.toList()));
    Section.Draft table =
        Section.of("risks", "风险项", "Risks")
            .column("number", "序号", "No.")
            .column("item", "风险项", "Risk")
            .column("principle", "五常", "常")
            .column("severity", "风险等级", "Risk level")
            .column("limits", "管控限值", "Limit")
            .column("devices", "监测设备", "Watched on")
            .column("frequency", "频次", "Frequency")
            .column("who", "责任人", "Responsible")
            .column("action", "管控措施", "Measure")
            .column("basis", "依据", "Basis");
    int number = 1;
    for (List<RiskItem> items : byRule.values()) {
      var rule = items.get(0).rule();
      table.row(
          Cell.amount(number++),
          Cell.words(
              new Text(rule.id() + " " + rule.name().zh(), rule.id() + " " + rule.name().en())),
          Cell.words(rule.principle().label()),
          Cell.words(rule.severity().label()),
          Cell.words(Names.joined(items.stream().map(RiskItem::limits).distinct().toList())),
          Cell.words(Names.joined(items.stream().map(i -> names.device(i.device())).toList())),
          Cell.words(frequency(items)),
          Cell.words(Names.joined(items.stream().map(this::responsible).distinct().toList())),
          Cell.words(rule.action()),
          Cell.words(rule.basis()));
    }
    return document(
        ReportKind.RISK_LIST,
        new Text("食品安全风险管控清单", "List of food safety risks under control"),
        new Text("现行风险项 " + (number - 1) + " 项。", "Risks in force: " + (number - 1) + "."),
        List.of(table.done()));
  }

  private Text responsible(RiskItem item) {
    return sources
        .site()
        .device(item.device())
        .map(device -> names.responsible(device.area()))
        .orElse(Text.same(""));
  }

  private Text frequency(List<RiskItem> items) {
    List<Text> all =
        items.stream()
            .flatMap(i -> sources.site().device(i.device()).stream())
            .map(
                device ->
                    device
                        .interval()
                        .map(
                            every ->
                                new Text(
                                    "每 " + every.toSeconds() + " 秒",
                                    "every " + every.toSeconds() + " s"))
                        .orElse(new Text("逢事件", "on events")))
            .distinct()
            .toList();
    return Names.joined(all);
  }

  private Document assets() {
    Section.Draft table =
        Section.of("assets", "资产", "Assets")
            .column("id", "编号", "Id")
            .column("device", "设备", "Device")
            .column("kind", "类型", "Kind")
            .column("area", "位置", "Place")
            .column("who", "责任人", "Responsible")
            .column("deputy", "代理人", "Deputy")
            .column("sensors", "传感器", "Sensors")
            .column("calibrated", "上次校准", "Last calibrated")
            .column("due", "下次校准", "Next due")
            .column("repairs", "报修次数", "Repairs")
            .column("serviced", "最近维修", "Last repair");
    List<Text> orphans = new ArrayList<>();
    for (Device device : sources.site().devices().values()) {
      var area = sources.site().area(device.area());
      if (area.flatMap(Area::responsible).isEmpty()) {
        orphans.add(device.name());
      }
      List<LocalDate> repairs =
          Entries.newest(sources.entries())
              .filter(entry -> entry.kind() == RecordKind.REPAIR)
              .filter(entry -> entry.about().filter(device.id()::equals).isPresent())
              .map(entry -> LocalDate.ofInstant(entry.time(), sources.site().zone()))
              .toList();
      table.row(
          Cell.words(device.id().value()),
          Cell.words(device.name()),
          Cell.words(device.kind().label()),
          Cell.words(names.area(device.area())),
          Cell.words(names.responsible(device.area())),
          Cell.words(area.flatMap(Area::deputy).map(names::person).orElse("")),
          Cell.words(
              Names.joined(
                  device.kind().metrics().stream().map(TemperatureTable::metric).toList())),
          Cell.day(Calibrations.last(device, sources.entries(), sources.site().zone())),
          Cell.day(Calibrations.due(device, sources.entries(), sources.site().zone())),
          Cell.amount(repairs.size()),
          Cell.day(repairs.stream().reduce((a, b) -> b)));
    }
    Text result =
        orphans.isEmpty()
            ? new Text("每项资产均有责任人。", "Every asset has a responsible person.")
            : new Text(
                "无责任人的资产：" + Names.joined(orphans).zh(),
                "Assets without a responsible person: " + Names.joined(orphans).en());
    return document(
        ReportKind.ASSETS, new Text("设施设备台账", "Register of assets"), result, List.of(table.done()));
  }

  private Document temperatures() {
    List<LocalDate> days = period.first().datesUntil(period.end()).toList();
    List<Section> sections =
        sources.watched().stream()
            .filter(s -> s.metric().equals(Metric.TEMPERATURE))
            .map((Watched series) -> TemperatureTable.ofSeries(series, days, sources))
            .toList();
    return document(
        ReportKind.TEMPERATURE_LOG,
        new Text("温度记录表", "Temperature log"),
        new Text(
            "固定时刻 06/10/14/18/22 时；缺测以“—”表示。",
            "At 06, 10, 14, 18 and 22 h; “—” where nothing was measured."),
        sections);
  }

  private Document document(ReportKind kind, Text title, Text result, List<Section> sections) {
    String days =
        period.days() == 1 ? period.first().toString() : period.first() + " – " + period.last();
    return new Document(
        kind,
        period,
        title,
        sources.site().name(),
        sources.site().zone(),
        madeAt,
        List.of(
            new Entry(Words.SITE, Cell.words(sources.site().name())),
            new Entry(Words.PERIOD, Cell.words(days + " (" + sources.site().zone() + ")")),
            new Entry(Words.MADE_AT, Cell.at(madeAt))),
        List.of(result),
        sections,
        Words.SIGNATURES,
        "{}");
  }
}
