package wuchang.alerts.words;

import java.util.Map;
import wuchang.domain.Language;
import wuchang.domain.Text;

/**
 * The words of closed vocabularies that stand in evidence, as people say them. A word that is not
 * among them is a name or a provider's answer and stands as it is.
 */
final class FactWords {
  private static final Map<String, Text> KNOWN =
      Map.ofEntries(
          // Flaws of readings.
          Map.entry("clock_skew", new Text("时钟不准", "wrong clock")),
          Map.entry("retained", new Text("旧的保留值", "an old retained value")),
          Map.entry("sentinel", new Text("探头断开", "probe not connected")),
          Map.entry("out_of_range", new Text("超出量程", "out of range")),
          Map.entry("jump", new Text("数值突跳", "impossible jump")),
          Map.entry("missing", new Text("缺失", "missing")),
          // Faults of defrosts.
          Map.entry("overrun", new Text("超时", "took too long")),
          Map.entry("too_often", new Text("过于频繁", "too often")),
          Map.entry("defrost", new Text("除霜", "defrost")));

  private FactWords() {}

  static String of(String word, Language language) {
    Text known = KNOWN.get(word);
    return known == null ? word.replace('_', ' ') : known.in(language);
  }
}
