package wuchang.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Grade;
import wuchang.domain.score.Score;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Document;
import wuchang.reports.document.Document.Entry;
import wuchang.reports.document.Section;

/**
 * The 五常 score of a month on paper: ranking of areas and persons with the best of them (标兵), trend,
 * what one change would have gained, every deduction with its evidence, and appeals. Where too
 * little is proven there is no score, and no rank.
 */
public final class ScoreDocument {
  private static final int MOST_GAINS = 10;

  private final Sources sources;
  private final Names names;
  private final Ranking ranking;
  private final Map<YearMonth, Score> months;
  private final YearMonth month;
  private final Score score;

  private ScoreDocument(Period period, Sources sources, Map<YearMonth, Score> months) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.ranking = new Ranking(names);
    this.months = new LinkedHashMap<>(months);
    this.month = YearMonth.from(period.first());
    this.score =
        months.getOrDefault(month, new Score(List.of(), wuchang.domain.score.ScoreWeights.CURRENT));
  }

  /**
   * @param months the scores of this month and those before, oldest first
   */
  public static Document of(
      Period period, Instant madeAt, Sources sources, Map<YearMonth, Score> months) {
    ScoreDocument made = new ScoreDocument(period, sources, months);
    return new Document(
        ReportKind.SCORE,
        period,
        new Text("五常评分", "五常 score"),
        sources.site().name(),
        sources.site().zone(),
        madeAt,
        List.of(
            new Entry(Words.SITE, Cell.words(sources.site().name())),
            new Entry(Words.PERIOD, Cell.words(made.month.toString())),
            new Entry(Words.MADE_AT, Cell.at(madeAt))),
        List.of(made.result()),
        sections(period, sources, months),
        Words.SIGNATURES,
        "{}");
  }

  /** Its tables, for the minutes of the month. */
  public static List<Section> sections(
      Period period, Sources sources, Map<YearMonth, Score> months) {
    ScoreDocument made = new ScoreDocument(period, sources, months);
    return List.of(
        made.ranking.section("areas", new Text("区域排名", "Areas by score"), made.areas()),
        made.ranking.section("persons", new Text("个人排名", "Persons by score"), made.persons()),
        made.trend(),
        made.gains(),
        made.deductions(),
        made.appeals());
  }

  private Text result() {
    if (!score.isIssued()) {
      return ranking.notIssued(score);
    }
    Text grade = Grade.of(score.total()).label();
    return new Text(score.total() + " 分，" + grade.zh(), score.total() + " points: " + grade.en());
  }

  private Map<Text, Score> areas() {
    Map<Text, Score> areas = new LinkedHashMap<>();
    score
        .sheets()
        .forEach(s -> areas.put(names.area(s.area()), new Score(List.of(s), score.weights())));
    return areas;
  }

  private Map<Text, Score> persons() {
    Map<PersonId, List<AreaSheet>> sheets =
        score.sheets().stream()
            .filter(sheet -> sheet.responsible().isPresent())
            .collect(
                Collectors.groupingBy(
                    s -> s.responsible().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    Map<Text, Score> persons = new LinkedHashMap<>();
    sheets.forEach(
        (person, of) ->
            persons.put(Text.same(names.person(person)), new Score(of, score.weights())));
    return persons;
  }

  private Section trend() {
    Section.Draft table =
        Section.of("trend", "近月趋势", "Trend")
            .column("month", "月份", "Month")
            .column("total", "总分", "Total")
            .column("change", "较上月", "Against the month before")
            .column("coverage", "数据完整率 (%)", "Coverage (%)");
    Optional<BigDecimal> before = Optional.empty();
    for (Map.Entry<YearMonth, Score> entry : months.entrySet()) {
      Score of = entry.getValue();
      Optional<BigDecimal> total =
          of.isIssued() ? Optional.of(of.total()) : Optional.<BigDecimal>empty();
      Optional<BigDecimal> old = before;
      table.row(
          Cell.words(entry.getKey().toString()),
          total.<Cell>map(Cell.Amount::new).orElse(Cell.words(Ranking.NOT_ISSUED)),
          total.flatMap(now -> old.map(now::subtract)).<Cell>map(Cell.Amount::new).orElse(Cell.GAP),
          Ranking.coverage(of));
      before = total;
    }
    return table.orNote("无。", "None.");
  }

  private Section gains() {
    Section.Draft table =
        Section.of("gains", "改进一项可多得的分", "What one change would have gained")
            .column("change", "改进", "Change")
            .column("points", "可多得分", "Points gained");
    if (score.isIssued()) {
      new Gains(score, names)
          .all().stream()
              .limit(MOST_GAINS)
              .forEach(g -> table.row(Cell.words(g.change()), new Cell.Amount(g.points())));
    }
    return table.orNote("无。", "None.");
  }

  private Section deductions() {
    Section.Draft table =
        Section.of("deductions", "扣分明细", "Deductions")
            .column("area", "区域", "Area")
            .column("device", "设备", "Device")
            .column("what", "问题", "Problem")
            .column("principle", "五常", "常")
            .column("severity", "风险等级", "Risk level")
            .column("at", "时间", "At")
            .column("handled", "按时处理", "Handled in time")
            .column("repeated", "重复", "Repeat")
            .column("points", "扣分", "Points")
            .column("incident", "告警编号", "Alert");
    for (AreaSheet sheet : score.sheets()) {
      sheet.deductions().forEach(d -> table.row(row(sheet, d)));
    }
    return table.orNote("无。", "None.");
  }

  private List<Cell> row(AreaSheet sheet, Deduction d) {
    return List.of(
        Cell.words(names.area(sheet.area())),
        Cell.words(names.device(d.device())),
        Cell.words(names.rule(d.rule())),
        Cell.words(d.principle().label()),
        Cell.words(d.severity().label()),
        Cell.at(d.raisedAt()),
        Cell.words(yes(d.handled())),
        Cell.words(yes(d.repeated())),
        new Cell.Amount(d.points()),
        Cell.words(d.incident().value()));
  }

  private static Text yes(boolean so) {
    return so ? new Text("是", "yes") : new Text("否", "no");
  }

  /** Appeals about this month, with what was answered (A6). */
  private Section appeals() {
    Section.Draft table =
        Section.of("appeals", "申诉", "Appeals")
            .column("at", "时间", "At")
            .column("who", "申诉人", "By")
            .column("reason", "理由", "Reason")
            .column("state", "状态", "State")
            .column("answer", "答复", "Answer");
    Entries.newest(sources.entries())
        .filter(entry -> entry.kind() == RecordKind.APPEAL)
        .filter(this::isAboutMonth)
        .forEach(
            entry ->
                table.row(
                    Cell.at(entry.time()),
                    Cell.words(entry.who().isEmpty() ? "" : names.person(PersonId.of(entry.who()))),
                    Cell.words(entry.fields().text("reason").orElse("")),
                    Cell.words(state(entry.state())),
                    Cell.words(entry.fields().text("answer").orElse(""))));
    return table.orNote("无。", "None.");
  }

  private boolean isAboutMonth(BookEntry entry) {
    YearMonth written = YearMonth.from(entry.time().atZone(sources.site().zone()));
    return entry.fields().text("month").orElse(written.toString()).equals(month.toString());
  }

  private static Text state(String state) {
    return switch (state) {
      case "filed" -> new Text("待答复", "to be answered");
      case "granted" -> new Text("成立", "granted");
      case "refused" -> new Text("不成立", "refused");
      default -> Text.same(state);
    };
  }
}
