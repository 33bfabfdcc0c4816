package wuchang.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.Language;
import wuchang.domain.Text;
import wuchang.domain.finding.EvidenceState;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;

/**
 * A daily record as one page of HTML, ready for A4: no script, nothing loaded from elsewhere, and
 * everything that came from outside escaped. The last lines are for the signatures.
 */
public final class DailyRecordHtml {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      @page { size: A4; margin: 15mm }
      body { font: 10pt/1.4 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #000;
        max-width: 180mm; margin: 1em auto; padding: 0 1em }
      h1 { font-size: 16pt; text-align: center }
      h2 { font-size: 12pt; margin: 1.2em 0 .4em }
      table { border-collapse: collapse; width: 100%%; font-size: 9pt }
      th, td { border: 1px solid #555; padding: 2px 5px; text-align: left; vertical-align: top }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      .result { border: 2px solid #000; padding: 0 .8em; margin-top: 1em }
      .sign p { margin-top: 2em; border-bottom: 1px solid #000 }
      </style>
      </head>
      <body>
      %s</body>
      </html>
      """;

  private final DailyRecord made;
  private final Language language;
  private final SiteTime time;

  private DailyRecordHtml(DailyRecord made, Language language) {
    this.made = made;
    this.language = language;
    this.time = new SiteTime(made.day());
  }

  /** The whole page. */
  public static String of(DailyRecord made, Language language) {
    return new DailyRecordHtml(made, language).page();
  }

  private String page() {
    String title = in(made.siteName()) + " " + made.day().date() + " " + in(Label.TITLE);
    String body = head() + result() + devices() + alerts() + cycles() + signatures();
    String lang = language == Language.ZH ? "zh-CN" : "en";
    return PAGE.formatted(lang, Html.escaped(title), body);
  }

  private String head() {
    String period = time.of(made.day().from()) + " – " + time.of(made.until());
    return Html.element("h1", in(Label.TITLE))
        + Html.table(
            List.of(),
            List.of(
                List.of(in(Label.SITE), in(made.siteName())),
                List.of(in(Label.DATE), made.day().date() + " (" + made.day().zone() + ")"),
                List.of(in(Label.PERIOD), period),
                List.of(in(Label.MADE_AT), time.of(made.madeAt()))));
  }

  private String result() {
    String verdict = Html.element("p", Label.verdict(made, language));
    String unheard =
        made.unheard().stream()
            .map(line -> in(line.name()))
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    String named = unheard.isEmpty() ? "" : Html.element("p", in(Label.UNHEARD) + unheard);
    return "<div class=\"result\">\n" + verdict + named + "</div>\n";
  }

  private String devices() {
    List<String> columns = titles(Label.DEVICE, Label.KIND, Label.AREA, Label.STATE);
    return Html.element("h2", in(Label.DEVICES))
        + (made.devices().isEmpty()
            ? Html.element("p", in(Label.NO_DEVICES))
            : Html.table(columns, made.devices().stream().map(this::row).toList()));
  }

  private String alerts() {
    List<String> columns =
        titles(
            Label.DEVICE,
            Label.WHAT,
            Label.SEVERITY,
            Label.SINCE,
            Label.UNTIL,
            Label.HANDLED_BY,
            Label.PROGRESS,
            Label.CAUSE);
    return Html.element("h2", in(Label.ALERTS))
        + (made.alerts().isEmpty()
            ? Html.element("p", in(Label.NO_ALERTS))
            : Html.table(columns, made.alerts().stream().map(this::row).toList()));
  }

  private String cycles() {
    if (made.cycles().isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(titles(Label.DEVICE));
    CycleCells.TITLES.forEach(title -> columns.add(in(title)));
    return Html.element("h2", in(Label.CYCLES))
        + Html.element("p", Label.cycles(made, language))
        + Html.table(columns, made.cycles().stream().map(this::row).toList());
  }

  private List<String> row(CycleLine line) {
    List<String> row = new ArrayList<>();
    row.add(lines(in(line.deviceName()), in(line.area())));
    row.addAll(new CycleCells(time, language).of(line.cycle()));
    return row;
  }

  private String signatures() {
    return "<div class=\"sign\">\n"
        + Html.element("p", in(Label.OFFICER))
        + Html.element("p", in(Label.DIRECTOR))
        + "</div>\n";
  }

  private List<String> row(DeviceLine line) {
    EvidenceState state = line.state();
    String silent =
        state == EvidenceState.BREACH && !line.heard()
            ? " / " + in(Label.of(EvidenceState.UNPROVEN))
            : "";
    return List.of(in(line.name()), in(line.kind()), in(line.area()), in(Label.of(state)) + silent);
  }

  private List<String> row(AlertLine line) {
    return List.of(
        lines(in(line.deviceName()), in(line.area())),
        lines(in(line.what()) + " (" + line.rule() + ")", in(line.action())),
        in(line.severity().label()),
        time.of(line.since()),
        line.until().map(time::of).orElse(in(Label.ONGOING)),
        lines(line.handledBy().orElse(in(Label.NOBODY)), time.of(line.handledAt())),
        lines(in(Label.of(line.state())), time.of(line.closedAt()), deadline(line)),
        in(Label.cause(line.cause())));
  }

  private String deadline(AlertLine line) {
    return line.promisedAt().map(at -> in(Label.PROMISED_AT) + " " + time.of(at)).orElse("");
  }

  private static String lines(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }

  private List<String> titles(Label... labels) {
    return Stream.of(labels).map(this::in).toList();
  }

  private String in(Label label) {
    return label.in(language);
  }

  private String in(Text text) {
    return text.in(language);
  }
}
