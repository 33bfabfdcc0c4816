package wuchang.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import wuchang.domain.AreaId;
import wuchang.domain.Principle;
import wuchang.domain.Text;
import wuchang.domain.site.Site;
import wuchang.reports.document.Cell;
import wuchang.reports.document.Section;

/**
 * What sensors cannot see, for people to look at (DOMAIN.md B1): of two areas that are drawn, one
 * point of each 常 that is drawn. The rest of the row is theirs.
 */
final class Checklist {
  private static final int AREAS = 2;

  private static final Map<Principle, List<Text>> POINTS =
      Map.of(
          Principle.ORGANISE,
          List.of(
              new Text("无用物品已清理", "What is not needed is gone"),
              new Text("私人物品集中存放", "Private things are in their place"),
              new Text("冰箱只放当天所需", "Fridges hold what the day needs")),
          Principle.TIDY,
          List.of(
              new Text("物品有名有家、标签清楚", "Everything has a name, a place and a label"),
              new Text("左进右出、先进先出", "First in, first out"),
              new Text("存量在上下限之内", "Stock is within its limits")),
          Principle.CLEAN,
          List.of(
              new Text("地面台面无积水油污", "Floors and tables are dry and free of grease"),
              new Text("餐具一刮二洗三冲四消毒五保洁", "Dishes: scraped, washed, rinsed, disinfected, covered"),
              new Text("垃圾桶加盖、日产日清", "Bins are covered and emptied daily")),
          Principle.STANDARDISE,
          List.of(
              new Text("生熟刀板颜色分开", "Knives and boards for raw and cooked are told by colour"),
              new Text("温度标识、操作卡在位", "Temperature labels and work cards are in place"),
              new Text("留样标签完整", "Labels of samples are complete")),
          Principle.DISCIPLINE,
          List.of(
              new Text("着装、发帽、口罩整齐", "Clothes, caps and masks as required"),
              new Text("洗手消毒到位", "Hands are washed and disinfected"),
              new Text("收工前五分钟五常", "Five minutes of 五常 before closing")));

  private Checklist() {}

  static Section of(Site site, String seed) {
    Section.Draft section =
        Section.of("manual", "人工检查（五常抽查）", "Checks by people (五常, drawn at random)")
            .note(
                "抽查编号 " + seed + "：按“编号 空格 名称”的 SHA-256 排序取前，可复核。",
                "Draw "
                    + seed
                    + ": first in the order of the SHA-256 of “draw, space, name”; it can be repeated.")
            .column("area", "区域", "Area")
            .column("principle", "五常", "常")
            .column("point", "检查内容", "Point")
            .column("result", "结果", "Result")
            .column("problem", "问题", "Problem")
            .column("measure", "措施及期限", "Measure, deadline")
            .column("checker", "检查人、时间", "By, at");
    List<String> areas = site.areas().keySet().stream().map(AreaId::value).toList();
    Names names = new Names(site, Map.of());
    for (String area : new Draw(seed).of(areas, AREAS)) {
      for (Principle principle : Principle.values()) {
        List<Text> points = POINTS.get(principle);
        List<String> numbers = IntStream.range(0, points.size()).mapToObj(String::valueOf).toList();
        String drawn = new Draw(seed + "/" + area + "/" + principle.word()).of(numbers, 1).get(0);
        section.row(
            Cell.words(names.area(AreaId.of(area))),
            Cell.words(principle.label()),
            Cell.words(points.get(Integer.parseInt(drawn))),
            Cell.FIELD,
            Cell.FIELD,
            Cell.FIELD,
            Cell.FIELD);
      }
    }
    return section.done();
  }
}
