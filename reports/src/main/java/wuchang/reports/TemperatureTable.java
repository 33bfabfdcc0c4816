package wuchang.reports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.Text;
import wuchang.domain.reading.Metric;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;
import wuchang.reports.figure.DayFigures;
import wuchang.reports.figure.Watched;

/**
 * The form that inspectors know from paper: what stood at fixed hours of each day, the extremes,
 * the mean, and for how long it was out of range. What was not measured is printed as a gap.
 */
final class TemperatureTable {
  private final Sources sources;
  private final Names names;
  private final Section.Draft table;

  private TemperatureTable(Sources sources, String key, Text title) {
    this.sources = sources;
    this.names = new Names(sources.site(), sources.rules());
    this.table = Section.of(key, title.zh(), title.en());
  }

  /** Every series on one day. */
  static Section ofDay(LocalDate day, Sources sources) {
    TemperatureTable table =
        new TemperatureTable(sources, "readings", new Text("监测数值", "Readings"));
    table.begin();
    sources.watched().forEach(series -> table.row(series, day));
    return table.table.orNote("无。", "None.");
  }

  /** One series on each of some days. */
  static Section ofSeries(Watched series, List<LocalDate> days, Sources sources) {
    Names names = new Names(sources.site(), sources.rules());
    Text device = names.device(series.device());
    TemperatureTable table =
        new TemperatureTable(sources, series.device().value() + "-" + series.metric(), device);
    table.table.note(table.header(series));
    table.begin();
    days.forEach(day -> table.row(series, day));
    return table.table.done();
  }

  private Text header(Watched series) {
    Text area = names.areaOf(series.device());
    Text limit = limit(series);
    String calibrated =
        sources
            .site()
            .device(series.device())
            .flatMap(d -> Calibrations.last(d, sources.entries(), sources.site().zone()))
            .map(LocalDate::toString)
            .orElse("—");
    return new Text(
        "区域：" + area.zh() + "；限值：" + limit.zh() + "；上次校准：" + calibrated,
        "Area: " + area.en() + "; limit: " + limit.en() + "; last calibrated: " + calibrated);
  }

  private void begin() {
    table
        .note(
            "“—”表示当时没有数据。每个有效读数有效至下一个读数，最长不超过允许间隔。",
            "“—” means that nothing was measured. A good reading stands until the next one, at most for as long as it holds.")
        .column("day", "日期", "Date")
        .column("device", "设备", "Device")
        .column("metric", "项目", "Metric")
        .column("limit", "限值", "Limit");
    DayFigures.TIMES.forEach(t -> table.column(t.toString(), t.toString(), t.toString()));
    table
        .column("min", "最低", "Min")
        .column("max", "最高", "Max")
        .column("mean", "平均", "Mean")
        .column("outside", "超限分钟", "Minutes out of range")
        .column("known", "有数据分钟", "Minutes known");
  }

  private void row(Watched series, LocalDate day) {
    Optional<DayFigures> figures =
        sources.figures().stream()
            .filter(f -> f.day().equals(day))
            .filter(f -> f.device().equals(series.device()) && f.metric().equals(series.metric()))
            .findFirst();
    List<Cell> row = new java.util.ArrayList<>();
    row.add(Cell.day(day));
    row.add(Cell.words(names.device(series.device())));
    row.add(Cell.words(metric(series.metric())));
    row.add(Cell.words(limit(series)));
    for (LocalTime time : DayFigures.TIMES) {
      row.add(number(figures.map(f -> f.shown().get(time))));
    }
    row.add(number(figures.map(DayFigures::min)));
    row.add(number(figures.map(DayFigures::max)));
    row.add(number(figures.map(DayFigures::mean)));
    row.add(series.hasLimit() ? Cell.minutes(figures.map(DayFigures::outside)) : Cell.GAP);
    row.add(Cell.minutes(figures.map(DayFigures::known)));
    table.row(row);
  }

  private static Cell number(Optional<Double> value) {
    return value.map(v -> Cell.amount(v, 1)).orElse(Cell.GAP);
  }

  static Text metric(Metric metric) {
    String unit = metric.unit().symbol();
    return switch (metric.name()) {
      case "temperature" -> new Text("温度 " + unit, "temperature " + unit);
      case "humidity" -> new Text("湿度 " + unit, "humidity " + unit);
      case "flow_rate" -> new Text("流量 " + unit, "flow " + unit);
      case "power" -> new Text("功率 " + unit, "power " + unit);
      case "voltage" -> new Text("电压 " + unit, "voltage " + unit);
      case "energy_total" -> new Text("累计电量 " + unit, "energy " + unit);
      case "water_total" -> new Text("累计水量 " + unit, "water " + unit);
      case "door_open" -> new Text("门", "door");
      case "occupied" -> new Text("有无人员", "occupied");
      case "uv_on" -> new Text("紫外线", "ultraviolet");
      case "online" -> new Text("在线", "online");
      case "residual_current" -> new Text("剩余电流 " + unit, "residual current " + unit);
      default ->
          metric.name().startsWith("current")
              ? new Text("电流" + phase(metric) + " " + unit, "current" + phase(metric) + " " + unit)
              : Text.same(metric.name() + " " + unit);
    };
  }

  private static String phase(Metric metric) {
    return metric.name().substring("current".length()).replace("_l", " L");
  }

  static Text limit(Watched series) {
    String low = number(series.low());
    String high = number(series.high());
    return Text.same(
        low.isEmpty()
            ? high.isEmpty() ? "" : "≤ " + high
            : high.isEmpty() ? "≥ " + low : low + " ~ " + high);
  }

  private static String number(OptionalDouble value) {
    return value.isPresent()
        ? new java.math.BigDecimal(value.getAsDouble(), java.math.MathContext.DECIMAL32)
            .stripTrailingZeros()
            .toPlainString()
        : "";
  }
}
