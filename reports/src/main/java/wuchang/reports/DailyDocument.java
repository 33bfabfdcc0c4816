package wuchang.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.report.ReportKind;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;
import wuchang.reports.DailyRecord.ItemLine;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Document;
import wuchang.reports.document.Document.Entry;
import wuchang.reports.document.Section;

/** A daily record as a document; the last lines are for people. */
public final class DailyDocument {
  private static final Text TITLE = new Text("每日食品安全检查记录", "Daily food safety inspection record");

  private final DailyRecord made;
  private final Sources sources;
  private final ChainHead head;

  private DailyDocument(DailyRecord made, Sources sources, ChainHead head) {
    this.made = made;
    this.sources = sources;
    this.head = head;
  }

  /**
   * The document.
   *
   * @param head where the chain of records ended when the record was made
   */
  public static Document of(DailyRecord made, Sources sources, ChainHead head) {
    return new DailyDocument(made, sources, head).document();
  }

  private Document document() {
    SiteDay day = made.day();
    return new Document(
        ReportKind.DAILY,
        ReportKind.DAILY.of(day.date()),
        TITLE,
        made.siteName(),
        day.zone(),
        made.madeAt(),
        List.of(
            new Entry(Words.SITE, Cell.words(made.siteName())),
            new Entry(new Text("日期", "Date"), Cell.words(day.date() + " (" + day.zone() + ")")),
            new Entry(new Text("自", "From"), Cell.at(day.from())),
            new Entry(new Text("至", "Until"), Cell.at(made.until())),
            new Entry(Words.MADE_AT, Cell.at(made.madeAt())),
            new Entry(
                new Text("此前记录的链尾", "Head of the chain of records before"),
                Cell.words(head.sequence() + " " + head.hash()))),
        result(),
        sections(),
        Words.SIGNATURES,
        DailyRecordJson.of(made, head).toString());
  }

  private List<Text> result() {
    List<Text> lines = new ArrayList<>();
    lines.add(
        switch (made.verdict()) {
          case ZERO_RISK ->
              new Text(
                  "零风险报告：本时段内每一风险项均有完整数据证实合格，消毒均可判定，未发现食品安全风险。",
                  "Zero-risk report: every risk was proven compliant for the whole of this period, every disinfection can be judged, and no food safety risk was found.");
          case PROBLEMS ->
              new Text(
                  "本时段内发现问题 %d 项，见下表。".formatted(made.problems().size()),
                  "Problems found in this period: %d; see below."
                      .formatted(made.problems().size()));
          case UNPROVEN ->
              new Text(
                  "未发现问题，但监测不完整，不能证明零风险。",
                  "No problem was found, but monitoring was incomplete: the absence of risk is not proven.");
        });
    if (!made.unheard().isEmpty()) {
      Text names = Names.joined(made.unheard().stream().map(DeviceLine::name).toList());
      lines.add(
          new Text("未收到数据的设备（未证实）：" + names.zh(), "Devices not heard (unproven): " + names.en()));
    }
    return lines;
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(items());
    sections.add(devices());
    sections.add(TemperatureTable.ofDay(made.day().date(), sources));
    if (!made.cycles().isEmpty()) {
      sections.add(cycles());
    }
    sections.add(alerts());
    sections.add(Checklist.of(sources.site(), made.site() + " " + made.day().date()));
    return sections;
  }

  private Section items() {
    Section.Draft table =
        Section.of("items", "风险项", "Risks")
            .note(
                "合格：全部时间有数据证实合格；未证实：有时间缺少数据，不计为合格。分钟数为各设备之和。",
                "Compliant: proven so for all of the time. Unproven: evidence is missing for some of it, which does not count as compliant. Minutes are added up over devices.")
            .column("item", "风险项", "Risk")
            .column("limits", "限值", "Limit")
            .column("severity", "风险等级", "Risk level")
            .column("devices", "设备数", "Devices")
            .column("state", "检查结果", "Finding")
            .column("breach", "超标分钟", "Minutes in breach")
            .column("unproven", "未证实分钟", "Minutes unproven")
            .column("coverage", "数据完整率 (%)", "Coverage (%)")
            .column("lacking", "不合格或未证实的设备", "Devices that are not compliant");
    for (ItemLine line : made.items()) {
      table.row(
          Cell.words(named(line)),
          Cell.words(line.limits()),
          Cell.words(line.severity().label()),
          Cell.amount(line.devices()),
          Cell.words(Words.of(line.state())),
          Cell.minutes(line.proof().breach()),
          Cell.minutes(line.proof().unproven()),
          Cell.percent(line.proof().share()),
          Cell.words(Names.joined(line.lacking())));
    }
    return table.done();
  }

  private static Text named(ItemLine line) {
    return new Text(line.rule() + " " + line.name().zh(), line.rule() + " " + line.name().en());
  }

  private Section devices() {
    Section.Draft table =
        Section.of("devices", "设备", "Devices")
            .column("device", "设备", "Device")
            .column("kind", "类型", "Kind")
            .column("area", "区域", "Area")
            .column("state", "检查结果", "Finding")
            .column("breach", "超标分钟", "Minutes in breach")
            .column("unproven", "未证实分钟", "Minutes unproven")
            .column("coverage", "数据完整率 (%)", "Coverage (%)");
    for (DeviceLine line : made.devices()) {
      table.row(
          Cell.words(line.name()),
          Cell.words(line.kind()),
          Cell.words(line.area()),
          Cell.words(state(line)),
          Cell.minutes(line.proof().breach()),
          Cell.minutes(line.proof().unproven()),
          Cell.percent(line.coverage()));
    }
    return table.orNote("未配置设备。", "No devices are configured.");
  }

  private static Text state(DeviceLine line) {
    Text state = Words.of(line.state());
    Text unproven = Words.of(EvidenceState.UNPROVEN);
    return line.state() == EvidenceState.BREACH && !line.heard()
        ? new Text(state.zh() + " / " + unproven.zh(), state.en() + " / " + unproven.en())
        : state;
  }

  private Section cycles() {
    Section.Draft table =
        Section.of("cycles", "消毒记录", "Disinfections")
            .note(
                "合格 %d 次，不合格 %d 次，无法证明 %d 次。"
                    .formatted(
                        made.count(Cycle.Verdict.EFFECTIVE),
                        made.count(Cycle.Verdict.FAILED),
                        made.count(Cycle.Verdict.UNPROVEN)),
                "Proven: %d, failed: %d, not to be proven: %d."
                    .formatted(
                        made.count(Cycle.Verdict.EFFECTIVE),
                        made.count(Cycle.Verdict.FAILED),
                        made.count(Cycle.Verdict.UNPROVEN)))
            .column("device", "设备", "Device")
            .column("area", "区域", "Area")
            .column("start", "消毒开始", "Disinfection began")
            .column("end", "消毒结束", "Disinfection ended")
            .column("maximum", "最高温度 (℃)", "Maximum (°C)")
            .column("held", "达标时长", "Time at target")
            .column("needed", "应达时长", "Time needed")
            .column("verdict", "消毒结论", "Disinfection")
            .column("reason", "不合格原因", "Why not");
    made.cycles().forEach(line -> table.row(row(line)));
    return table.done();
  }

  private static List<Cell> row(CycleLine line) {
    Cycle cycle = line.cycle();
    return List.of(
        Cell.words(line.deviceName()),
        Cell.words(line.area()),
        Cell.at(cycle.start()),
        Cell.at(cycle.end()),
        cycle.maximum().map(top -> Cell.amount(top.in(Unit.CELSIUS), 1)).orElse(Cell.NOTHING),
        Cell.words(clock(cycle.held())),
        Cell.words(clock(cycle.needed())),
        Cell.words(cycle.verdict().label()),
        Cell.words(cycle.reason().label()));
  }

  /** Minutes and seconds; what is short of a second is not given away. */
  private static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }

  private Section alerts() {
    Section.Draft table =
        Section.of("alerts", "问题及处理", "Problems and what was done")
            .column("device", "设备", "Device")
            .column("what", "问题及措施", "Problem and measure")
            .column("severity", "风险等级", "Risk level")
            .column("since", "开始", "Since")
            .column("until", "结束", "Until")
            .column("handledBy", "处理人", "Handled by")
            .column("handledAt", "接手时间", "Taken on at")
            .column("deadline", "整改期限", "Deadline")
            .column("progress", "处理状态", "Progress")
            .column("closedAt", "关闭时间", "Closed at")
            .column("cause", "原因", "Cause");
    made.alerts().forEach(line -> table.row(row(line)));
    return table.orNote("无。", "None.");
  }

  private static List<Cell> row(AlertLine line) {
    Optional<Cell> over = line.until().map(Cell::at);
    return List.of(
        Cell.words(lines(line.deviceName(), line.area())),
        Cell.words(
            lines(
                new Text(
                    line.what().zh() + " (" + line.rule() + ")",
                    line.what().en() + " (" + line.rule() + ")"),
                line.action())),
        Cell.words(line.severity().label()),
        Cell.at(line.since()),
        over.orElse(Cell.words(new Text("未恢复", "ongoing"))),
        line.handledBy().map(Cell::words).orElse(Cell.words(new Text("无人接手", "nobody yet"))),
        Cell.at(line.handledAt()),
        Cell.at(line.promisedAt()),
        Cell.words(Words.of(line.state())),
        Cell.at(line.closedAt()),
        Cell.words(Words.cause(line.cause())));
  }

  private static Text lines(Text first, Text second) {
    return second.zh().isEmpty()
        ? first
        : new Text(first.zh() + "\n" + second.zh(), first.en() + "\n" + second.en());
  }
}
