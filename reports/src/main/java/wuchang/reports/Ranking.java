package wuchang.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import wuchang.domain.Principle;
import wuchang.domain.Text;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.score.Grade;
import wuchang.domain.score.Score;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;

/** Scores beside each other, the best first; whoever is not scored comes last, with the reason. */
record Ranking(Names names) {
  static final Text NOT_ISSUED = new Text("数据不足，不予评分", "not scored: too little is proven");

  Section section(String key, Text title, Map<Text, Score> scores) {
    Section.Draft table =
        Section.of(key, title.zh(), title.en())
            .note(
                "标兵：第一名且为优秀。区域内任一设备数据完整率低于 70% 的不评分、不排名。",
                "标兵: who is first, and excellent. Where of any device less than 70 % is known there is no score and no rank.")
            .column("rank", "名次", "Rank")
            .column("name", "名称", "Name")
            .column("total", "总分", "Total");
    for (Principle principle : Principle.values()) {
      table.column(principle.word(), principle.label().zh(), principle.label().en());
    }
    table
        .column("grade", "等级", "Grade")
        .column("coverage", "数据完整率 (%)", "Coverage (%)")
        .column("model", "标兵", "标兵");
    List<Map.Entry<Text, Score>> issued =
        scores.entrySet().stream()
            .filter(entry -> entry.getValue().isIssued())
            .sorted(Map.Entry.comparingByValue(Comparator.comparing(Score::total).reversed()))
            .toList();
    for (Map.Entry<Text, Score> entry : issued) {
      table.row(row(entry.getKey(), entry.getValue(), rank(entry.getValue(), issued)));
    }
    scores.entrySet().stream()
        .filter(entry -> !entry.getValue().isIssued())
        .forEach(entry -> table.row(unranked(entry.getKey(), entry.getValue())));
    return table.orNote("无。", "None.");
  }

  /** Who has as many points has the same rank. */
  private static long rank(Score of, List<Map.Entry<Text, Score>> issued) {
    return 1 + issued.stream().filter(o -> o.getValue().total().compareTo(of.total()) > 0).count();
  }

  private static List<Cell> row(Text name, Score of, long rank) {
    Grade grade = Grade.of(of.total());
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.amount(rank),
                Cell.words(name),
                new Cell.Amount(of.total().setScale(2, RoundingMode.HALF_UP))));
    for (Principle principle : Principle.values()) {
      row.add(new Cell.Amount(of.points(principle)));
    }
    row.add(Cell.words(grade.label()));
    row.add(coverage(of));
    row.add(Cell.words(rank == 1 && grade == Grade.EXCELLENT ? "★" : ""));
    return row;
  }

  private List<Cell> unranked(Text name, Score of) {
    List<Cell> row = new ArrayList<>(List.of(Cell.GAP, Cell.words(name), Cell.GAP));
    for (int i = 0; i < Principle.values().length; i++) {
      row.add(Cell.GAP);
    }
    row.add(Cell.words(notIssued(of)));
    row.add(coverage(of));
    row.add(Cell.NOTHING);
    return row;
  }

  static Cell coverage(Score of) {
    return new Cell.Amount(percent(of.coverage()));
  }

  private static BigDecimal percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.DOWN);
  }

  /** With the devices that are known too little, should it be them. */
  Text notIssued(Score of) {
    List<DeviceHours> lacking =
        of.sheets().stream().flatMap(sheet -> sheet.lacking(of.weights()).stream()).toList();
    if (lacking.isEmpty()) {
      return NOT_ISSUED;
    }
    Text which = Names.joined(lacking.stream().map(this::share).toList());
    return new Text(
        NOT_ISSUED.zh() + "（" + which.zh() + "）", NOT_ISSUED.en() + " (" + which.en() + ")");
  }

  private Text share(DeviceHours device) {
    String percent = " " + percent(device.coverage()) + " %";
    Text name = names.device(device.device());
    return new Text(name.zh() + percent, name.en() + percent);
  }
}
