package wuchang.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.score.Incident;
import wuchang.domain.score.ScoreWeights;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;
import wuchang.reports.figure.DayFigures;
import wuchang.reports.figure.Handling;
import wuchang.reports.figure.Watched;
import wuchang.reports.score.Repeats;

/** Tables that the weekly report and the monthly minutes share. */
final class Tables {
  private final Sources sources;
  private final Names names;
  private final Span span;
  private final Map<RiskItem, Proof> proofs;
  private final DataShares shares;

  Tables(Sources sources, Span span) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.span = span;
    this.proofs = sources.proofs(span.period().first(), span.until(), span.length());
    this.shares = new DataShares(sources, span.period().first(), span.until(), span.length());
  }

  /** For how much of the time there is good data of some devices, 0 to 1. */
  double coverage(Predicate<Device> of) {
    return shares.of(of);
  }

  Proof proof(Predicate<RiskItem> of) {
    return sources.risks().stream().filter(of).map(proofs::get).reduce(Proof.NONE, Proof::and);
  }

  List<Incident> raised() {
    return sources.incidents().stream()
        .filter(Incident::counts)
        .filter(i -> Handling.isIn(i, span.from(), span.to()))
        .sorted(Comparator.comparing(Incident::raisedAt).thenComparing(Incident::id))
        .toList();
  }

  Handling handling(Predicate<Incident> of) {
    return Handling.of(sources.incidents().stream().filter(of).toList(), span.from(), span.to());
  }

  /** Figures of people, then areas, then the site (A38). */
  Section rollUp() {
    Section.Draft table =
        Section.of("roll-up", "个人、区域、单位指标", "Figures by person, area and site")
            .note(
                "响应：知悉至接手的平均分钟；恢复：发生至恢复或关闭的平均分钟；事前率：预警占全部告警的比例。误报、抑制与撤回的不计。",
                "MTTA: mean minutes from known to taken on. MTTR: mean minutes from raised to right again or closed. Early: the share of warnings before the event. False, suppressed and withdrawn alerts do not count.")
            .column("level", "层级", "Level")
            .column("name", "名称", "Name")
            .column("coverage", "数据完整率 (%)", "Coverage (%)")
            .column("breach", "超标分钟", "Minutes in breach")
            .column("unproven", "未证实分钟", "Minutes unproven");
    for (Severity severity : Severity.values()) {
      table.column(severity.word(), severity.label().zh(), severity.label().en());
    }
    table
        .column("early", "事前率 (%)", "Early (%)")
        .column("mtta", "响应 MTTA", "MTTA")
        .column("mttr", "恢复 MTTR", "MTTR")
        .column("falseAlarms", "误报", "False alarms");
    for (PersonId person : sources.site().people().keySet()) {
      List<AreaId> areas = areas(area -> area.responsible().filter(person::equals).isPresent());
      if (!areas.isEmpty()) {
        table.row(
            row(new Text("个人", "Person"), Text.same(names.person(person)), areas::contains, false));
      }
    }
    for (AreaId area : areas(area -> true)) {
      table.row(row(new Text("区域", "Area"), names.area(area), area::equals, false));
    }
    table.row(row(new Text("单位", "Site"), sources.site().name(), area -> true, true));
    return table.done();
  }

  private List<AreaId> areas(Predicate<Area> of) {
    return sources.site().areas().values().stream().filter(of).map(Area::id).toList();
  }

  private List<Cell> row(Text level, Text name, Predicate<AreaId> of, boolean whole) {
    Proof proof =
        proof(
            risk ->
                sources
                    .site()
                    .device(risk.device())
                    .map(device -> of.test(device.area()))
                    .orElse(whole));
    Handling handling = handling(incident -> of.test(incident.area()));
    List<Cell> row =
        new java.util.ArrayList<>(
            List.of(
                Cell.words(level),
                Cell.words(name),
                Cell.percent(coverage(device -> of.test(device.area()))),
                Cell.minutes(proof.breach()),
                Cell.minutes(proof.unproven())));
    for (Severity severity : Severity.values()) {
      row.add(Cell.amount(handling.bySeverity().get(severity)));
    }
    row.add(handling.earlyShare().map(Cell::percent).orElse(Cell.GAP));
    row.add(Cell.minutes(handling.acknowledging()));
    row.add(Cell.minutes(handling.resolving()));
    row.add(Cell.amount(handling.falseAlarms()));
    return row;
  }

  /** Each device: evidence, readings, and how they changed against the days before. */
  Section devices(boolean trend) {
    Section.Draft table =
        Section.of("devices", "设备监测情况", "Devices")
            .column("device", "设备", "Device")
            .column("area", "区域", "Area")
            .column("coverage", "数据完整率 (%)", "Coverage (%)")
            .column("breach", "超标分钟", "Minutes in breach")
            .column("unproven", "未证实分钟", "Minutes unproven")
            .column("metric", "项目", "Metric")
            .column("min", "最低", "Min")
            .column("max", "最高", "Max")
            .column("mean", "平均", "Mean")
            .column("outside", "超限分钟", "Minutes out of range");
    if (trend) {
      table.column("trend", "较上期平均变化", "Mean against the days before");
    }
    for (Device device : sources.site().devices().values()) {
      List<Watched> series =
          sources.watched().stream().filter(w -> w.device().equals(device.id())).toList();
      if (series.isEmpty()) {
        table.row(row(device, Optional.empty(), trend));
      }
      series.forEach(one -> table.row(row(device, Optional.of(one), trend)));
    }
    return table.done();
  }

  private List<Cell> row(Device device, Optional<Watched> series, boolean trend) {
    Proof proof = proof(risk -> risk.device().equals(device.id()));
    List<DayFigures> now =
        series.map(s -> figures(s, span.period().first(), span.period().end())).orElse(List.of());
    List<Cell> row =
        new java.util.ArrayList<>(
            List.of(
                Cell.words(device.name()),
                Cell.words(names.area(device.area())),
                Cell.percent(coverage(device::equals)),
                Cell.minutes(proof.breach()),
                Cell.minutes(proof.unproven()),
                Cell.words(
                    series.map(s -> TemperatureTable.metric(s.metric())).orElse(Text.same(""))),
                Cell.amount(now.stream().mapToDouble(DayFigures::min).min(), 1),
                Cell.amount(now.stream().mapToDouble(DayFigures::max).max(), 1),
                mean(now).map(v -> Cell.amount(v, 1)).orElse(Cell.GAP),
                series.filter(Watched::hasLimit).isEmpty() || now.isEmpty()
                    ? Cell.GAP
                    : Cell.minutes(outside(now))));
    if (trend) {
      row.add(series.flatMap(this::change).map(v -> Cell.amount(v, 1)).orElse(Cell.GAP));
    }
    return row;
  }

  /** How much the mean of a series has risen against as many days before. */
  Optional<Double> change(Watched series) {
    Optional<Double> before =
        mean(figures(series, span.period().before().first(), span.period().first()));
    Optional<Double> now = mean(figures(series, span.period().first(), span.period().end()));
    return now.flatMap(value -> before.map(old -> value - old));
  }

  private List<DayFigures> figures(Watched series, LocalDate from, LocalDate to) {
    return sources.figures().stream()
        .filter(f -> f.device().equals(series.device()) && f.metric().equals(series.metric()))
        .filter(f -> !f.day().isBefore(from) && f.day().isBefore(to))
        .toList();
  }

  private static Duration outside(List<DayFigures> days) {
    return days.stream().map(DayFigures::outside).reduce(Duration.ZERO, Duration::plus);
  }

  private static Optional<Double> mean(List<DayFigures> days) {
    long n = days.stream().mapToLong(DayFigures::n).sum();
    return n == 0
        ? Optional.empty()
        : Optional.of(days.stream().mapToDouble(DayFigures::sum).sum() / n);
  }

  /** What happened, rule by rule and device by device, with what was done. */
  Section incidents() {
    Section.Draft table =
        Section.of("incidents", "问题及处理", "Problems and what was done")
            .column("device", "设备", "Device")
            .column("what", "问题", "Problem")
            .column("severity", "风险等级", "Risk level")
            .column("since", "开始", "Since")
            .column("until", "结束", "Until")
            .column("who", "处理人", "Handled by")
            .column("takenOn", "接手时间", "Taken on at")
            .column("closed", "关闭时间", "Closed at")
            .column("state", "处理状态", "Progress")
            .column("cause", "原因", "Cause");
    for (Incident i : raised()) {
      table.row(
          Cell.words(names.device(i.device())),
          Cell.words(named(i.rule())),
          Cell.words(i.severity().label()),
          Cell.at(i.since()),
          Cell.at(i.until()),
          Cell.words(i.acknowledgedBy().or(i::owner).map(names::person).orElse("")),
          Cell.at(i.acknowledgedAt()),
          Cell.at(i.closedAt()),
          Cell.words(Words.of(i.state())),
          Cell.words(Words.cause(i.cause())));
    }
    return table.orNote("未发生（零风险也要记录）。", "None; that is on record, too.");
  }

  Text named(RuleId rule) {
    Text name = names.rule(rule);
    return new Text(rule + " " + name.zh(), rule + " " + name.en());
  }

  /** Rules and devices that came again and again. */
  Map<List<String>, List<Incident>> repeated() {
    Repeats repeats = new Repeats(sources.incidents(), ScoreWeights.CURRENT);
    return raised().stream()
        .filter(repeats::isRepeat)
        .collect(
            Collectors.groupingBy(
                i -> List.of(i.rule().value(), i.device().value()),
                java.util.LinkedHashMap::new,
                Collectors.toList()));
  }
}
