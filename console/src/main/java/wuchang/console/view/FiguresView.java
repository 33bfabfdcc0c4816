package wuchang.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.AlarmFigures.Burden;
import wuchang.domain.alert.AlarmFigures.Frequent;

/** The alarm figures as the API gives them, with words for ids. */
public record FiguresView(
    Instant from,
    Instant to,
    Map<String, Integer> opened,
    int hidden,
    double perDay,
    Map<String, Burden> people,
    int floods,
    int standing,
    int stale,
    List<FrequentView> chattering,
    List<FrequentView> most) {
  /** How often a rule broke on a device, and its share of all. */
  public record FrequentView(String rule, String device, int times, double share) {
    static FrequentView of(Frequent one) {
      return new FrequentView(one.rule().value(), one.device().value(), one.times(), one.share());
    }
  }

  public static FiguresView of(AlarmFigures figures) {
    Map<String, Integer> opened = new TreeMap<>();
    figures.opened().forEach((severity, times) -> opened.put(severity.word(), times));
    Map<String, Burden> people = new TreeMap<>();
    figures.people().forEach((who, burden) -> people.put(who.value(), burden));
    return new FiguresView(
        figures.from(),
        figures.to(),
        opened,
        figures.hidden(),
        figures.perDay(),
        people,
        figures.floods(),
        figures.standing(),
        figures.stale(),
        figures.chattering().stream().map(FrequentView::of).toList(),
        figures.most().stream().map(FrequentView::of).toList());
  }
}
