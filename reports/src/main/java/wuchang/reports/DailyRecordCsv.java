package wuchang.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.Language;
import wuchang.domain.Text;
import wuchang.domain.cycle.Cycle;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;

/**
 * A daily record as a table for a spreadsheet: UTF-8 with a byte order mark, one row a device, or
 * one for each of its alerts and disinfections if it has any. Each row bears the date and the
 * result of the whole day, so a row that is copied elsewhere still says what it belongs to.
 */
public final class DailyRecordCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String END_OF_ROW = "\r\n";
  private static final List<Label> COLUMNS =
      List.of(
          Label.DATE,
          Label.SITE,
          Label.RESULT,
          Label.DEVICE,
          Label.KIND,
          Label.AREA,
          Label.STATE,
          Label.WHAT,
          Label.SEVERITY,
          Label.ACTION,
          Label.SINCE,
          Label.UNTIL,
          Label.PROGRESS,
          Label.HANDLED_BY,
          Label.HANDLED_AT,
          Label.PROMISED_AT,
          Label.CLOSED_AT,
          Label.CAUSE);

  private final DailyRecord made;
  private final Language language;
  private final SiteTime time;
  private final CycleCells cells;

  private DailyRecordCsv(DailyRecord made, Language language) {
    this.made = made;
    this.language = language;
    this.time = new SiteTime(made.day());
    this.cells = new CycleCells(time, language);
  }

  /** The whole file. */
  public static byte[] of(DailyRecord made, Language language) {
    return new DailyRecordCsv(made, language).text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(COLUMNS.stream(), CycleCells.TITLES.stream())
            .map(column -> column.in(language))
            .toList());
    for (DeviceLine device : made.devices()) {
      List<AlertLine> alerts = alertsOf(device);
      List<Cycle> cycles = cyclesOf(device);
      if (alerts.isEmpty() && cycles.isEmpty()) {
        rows.add(row(device(device), noAlert(), CycleCells.none()));
      }
      alerts.forEach(alert -> rows.add(row(device(device), alert(alert), CycleCells.none())));
      cycles.forEach(cycle -> rows.add(row(device(device), noAlert(), cells.of(cycle))));
    }
    // An alert of a device that has left the configuration is not left out.
    made.alerts().stream()
        .filter(alert -> made.devices().stream().noneMatch(d -> d.device().equals(alert.device())))
        .forEach(alert -> rows.add(row(unknownDevice(alert), alert(alert), CycleCells.none())));
    return BYTE_ORDER_MARK
        + rows.stream()
            .map(row -> row.stream().map(DailyRecordCsv::cell).collect(Collectors.joining(",")))
            .map(row -> row + END_OF_ROW)
            .collect(Collectors.joining());
  }

  private List<AlertLine> alertsOf(DeviceLine device) {
    return made.alerts().stream().filter(a -> a.device().equals(device.device())).toList();
  }

  private List<Cycle> cyclesOf(DeviceLine device) {
    return made.cycles().stream()
        .map(CycleLine::cycle)
        .filter(cycle -> cycle.device().equals(device.device()))
        .toList();
  }

  private List<String> row(List<String> device, List<String> alert, List<String> cycle) {
    List<String> row = new ArrayList<>();
    row.add(made.day().date().toString());
    row.add(in(made.siteName()));
    row.add(Label.verdict(made, language));
    row.addAll(device);
    row.addAll(alert);
    row.addAll(cycle);
    return row;
  }

  private List<String> device(DeviceLine line) {
    return List.of(in(line.name()), in(line.kind()), in(line.area()), in(Label.of(line.state())));
  }

  private List<String> unknownDevice(AlertLine line) {
    return List.of(in(line.deviceName()), "", in(line.area()), "");
  }

  private List<String> alert(AlertLine line) {
    return List.of(
        in(line.what()),
        in(line.severity().label()),
        in(line.action()),
        time.of(line.since()),
        line.until().map(time::of).orElse(Label.ONGOING.in(language)),
        in(Label.of(line.state())),
        line.handledBy().orElse(""),
        time.of(line.handledAt()),
        time.of(line.promisedAt()),
        time.of(line.closedAt()),
        in(Label.cause(line.cause())));
  }

  private static List<String> noAlert() {
    return List.of("", "", "", "", "", "", "", "", "", "", "");
  }

  private String in(Text text) {
    return text.in(language);
  }

  // A spreadsheet takes a cell that begins like a formula for one; an apostrophe makes it text.
  private static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
