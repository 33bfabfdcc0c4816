package wuchang.reports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Document;
import wuchang.reports.document.Document.Entry;
import wuchang.reports.document.Section;
import wuchang.reports.figure.Handling;

/** 《每周食品安全排查治理报告》 and 《每月食品安全调度会议纪要》: figures of a time, and fields for people. */
public final class PeriodDocument {
  private static final Text WEEKLY = new Text("每周食品安全排查治理报告", "Weekly food safety review");
  private static final Text MONTHLY =
      new Text("每月食品安全调度会议纪要", "Minutes of the monthly food safety meeting");

  private final ReportKind kind;
  private final Sources sources;
  private final Span span;
  private final Tables tables;
  private final PeriodTables more;
  private final Duties duties;

  private PeriodDocument(ReportKind kind, Period period, Instant madeAt, Sources sources) {
    this.kind = kind;
    this.sources = sources;
    this.span = new Span(period, sources.site().zone(), madeAt);
    this.tables = new Tables(sources, span);
    this.more = new PeriodTables(sources, span, tables);
    this.duties = new Duties(sources, span);
  }

  public static Document weekly(Period period, Instant madeAt, Sources sources) {
    PeriodDocument made = new PeriodDocument(ReportKind.WEEKLY, period, madeAt, sources);
    List<Section> sections = new ArrayList<>();
    sections.add(made.summary());
    sections.add(made.tables.rollUp());
    sections.add(made.tables.devices(true));
    sections.addAll(made.happened());
    sections.add(made.more.next());
    sections.add(
        Checklist.of(sources.site(), sources.site().id() + " " + period.first() + " weekly"));
    return made.document(WEEKLY, sections);
  }

  /**
   * @param score what is said of the score of the month
   */
  public static Document monthly(
      Period period, Instant madeAt, Sources sources, List<Section> score) {
    PeriodDocument made = new PeriodDocument(ReportKind.MONTHLY, period, madeAt, sources);
    List<Section> sections = new ArrayList<>();
    sections.add(made.summary());
    sections.addAll(score);
    sections.add(made.tables.rollUp());
    sections.add(made.tables.devices(false));
    sections.addAll(made.happened());
    sections.add(meeting());
    return made.document(MONTHLY, sections);
  }

  /** What happened, and what is to be done about it. */
  private List<Section> happened() {
    return List.of(
        tables.incidents(),
        more.repeats(),
        duties.overdue(),
        duties.due(),
        more.orphans(),
        more.cycles(),
        more.meters(),
        more.records());
  }

  private static Section meeting() {
    Section.Draft table =
        Section.of("meeting", "会议记录", "The meeting")
            .column("item", "事项", "Item")
            .column("content", "内容", "Content");
    List.of(
            new Text("会议时间、地点", "Time and place"),
            new Text("主持人", "Chair"),
            new Text("参会人员", "Present"),
            new Text("食品安全总监汇报", "Report of the food safety director"),
            new Text("决定事项", "Decisions"),
            new Text("下月工作（责任人、期限）", "Next month (who, by when)"))
        .forEach(item -> table.row(Cell.words(item), Cell.FIELD));
    return table.done();
  }

  private Document document(Text title, List<Section> sections) {
    Period period = span.period();
    Handling handling = tables.handling(incident -> true);
    String days = period.first() + " – " + period.last() + " (" + span.zone() + ")";
    return new Document(
        kind,
        period,
        title,
        sources.site().name(),
        span.zone(),
        span.now(),
        List.of(
            new Entry(Words.SITE, Cell.words(sources.site().name())),
            new Entry(Words.PERIOD, Cell.words(days)),
            new Entry(Words.MADE_AT, Cell.at(span.now()))),
        result(handling),
        sections,
        Words.SIGNATURES,
        figures(handling).toString());
  }

  private List<Text> result(Handling handling) {
    List<Text> lines = new ArrayList<>();
    int n = handling.counted();
    Proof proof = tables.proof(risk -> true);
    lines.add(
        n > 0
            ? new Text("本期发生问题 " + n + " 项，见下表。", "Problems in this period: " + n + "; see below.")
            : proof.unproven().isZero()
                ? new Text(
                    "本期未发现问题，全部时间有数据证实。", "No problem was found, and all of the time is proven.")
                : new Text(
                    "本期未发现问题，但监测不完整，不能证明零风险。",
                    "No problem was found, but monitoring was incomplete: the absence of risk is not proven."));
    if (!span.isOver()) {
      lines.add(
          new Text(
              "本期尚未结束，数据截至 " + span.until() + " 0 时。",
              "This period is not over: figures of evidence go up to the beginning of "
                  + span.until()
                  + "."));
    }
    return lines;
  }

  private Section summary() {
    Handling now = tables.handling(incident -> true);
    Proof proof = tables.proof(risk -> true);
    Section.Draft table =
        Section.of("summary", "概况", "Summary")
            .column("figure", "指标", "Figure")
            .column("value", "数值", "Value");
    for (Severity severity : Severity.values()) {
      table.row(
          Cell.words(new Text("告警：" + severity.label().zh(), "Alerts: " + severity.label().en())),
          Cell.amount(now.bySeverity().get(severity)));
    }
    row(table, "误报", "False alarms", Cell.amount(now.falseAlarms()));
    row(table, "已抑制", "Suppressed", Cell.amount(now.suppressed()));
    row(
        table,
        "事前率 (%)",
        "Warned of before the event (%)",
        now.earlyShare().map(Cell::percent).orElse(Cell.GAP));
    row(table, "平均响应 MTTA (分钟)", "MTTA (minutes)", Cell.minutes(now.acknowledging()));
    row(table, "平均恢复 MTTR (分钟)", "MTTR (minutes)", Cell.minutes(now.resolving()));
    row(table, "数据完整率 (%)", "Coverage (%)", Cell.percent(tables.coverage(device -> true)));
    row(table, "未证实分钟（不计为合格）", "Minutes unproven (not compliant)", Cell.minutes(proof.unproven()));
    return table.done();
  }

  private static void row(Section.Draft table, String zh, String en, Cell value) {
    table.row(Cell.words(new Text(zh, en)), value);
  }

  private ObjectNode figures(Handling handling) {
    Proof proof = tables.proof(risk -> true);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("site", sources.site().id().value());
    json.put("first", span.period().first().toString());
    json.put("last", span.period().last().toString());
    json.put("timezone", span.zone().getId());
    json.put("madeAt", span.now().toString());
    ObjectNode alerts = json.putObject("alerts");
    for (Severity severity : Severity.values()) {
      alerts.put(severity.word(), handling.bySeverity().get(severity));
    }
    json.put("falseAlarms", handling.falseAlarms());
    json.put("suppressed", handling.suppressed());
    json.put("early", handling.early());
    json.put("mttaSeconds", seconds(handling.acknowledging()));
    json.put("mttrSeconds", seconds(handling.resolving()));
    json.put("compliantSeconds", proof.compliant().toSeconds());
    json.put("breachSeconds", proof.breach().toSeconds());
    json.put("unprovenSeconds", proof.unproven().toSeconds());
    return json;
  }

  // In JSON what is not there is null, as in the other answers of the API.
  private static @org.jspecify.annotations.Nullable Long seconds(Optional<Duration> duration) {
    return duration.map(Duration::toSeconds).orElse(null);
  }
}
