package wuchang.alerts.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.cycle.Cycle;

/** Words of evidence that a cook must understand, as one says them. */
final class Vocabulary {
  private static final Map<String, Text> WORDS = words();

  private Vocabulary() {}

  /** How a word is said; empty for one that is said as it is written. */
  static Optional<Text> of(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  private static Map<String, Text> words() {
    Map<String, Text> words = new HashMap<>();
    for (Cycle.Reason reason : Cycle.Reason.values()) {
      words.put(reason.word(), reason.label());
    }
    for (Cycle.Verdict verdict : Cycle.Verdict.values()) {
      words.put(verdict.word(), verdict.label());
    }
    words.put("heats_in_vain", new Text("通电加热而不升温", "it draws power and does not get hotter"));
    words.put("overheated", new Text("过热，有起火危险", "it is overheating: danger of fire"));
    words.put("lamp_on_people", new Text("有人时紫外线灯亮着", "the lamp is on while somebody is inside"));
    words.put("cycle_missing", new Text("开餐前没有合格的消毒", "no proven disinfection before the meal"));
    flaws(words);
    defrosts(words);
    return Map.copyOf(words);
  }

  private static void flaws(Map<String, Text> words) {
    words.put("clock_skew", new Text("时钟不准", "wrong clock"));
    words.put("retained", new Text("旧的保留值", "an old retained value"));
    words.put("sentinel", new Text("探头断开", "probe not connected"));
    words.put("out_of_range", new Text("超出量程", "out of range"));
    words.put("jump", new Text("数值突跳", "impossible jump"));
    words.put("missing", new Text("缺失", "missing"));
  }

  private static void defrosts(Map<String, Text> words) {
    words.put("overrun", new Text("超时", "took too long"));
    words.put("too_often", new Text("过于频繁", "too often"));
    words.put("defrost", new Text("除霜", "defrost"));
  }
}
