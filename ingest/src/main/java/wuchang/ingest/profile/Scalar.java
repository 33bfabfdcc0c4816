package wuchang.ingest.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** The number that a JSON value means. */
public final class Scalar {
  // Double.parseDouble alone also takes «NaN», «0x1p3» and «4d».
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("on", 1.0),
          Map.entry("true", 1.0),
          Map.entry("yes", 1.0),
          Map.entry("open", 1.0),
          Map.entry("opened", 1.0),
          Map.entry("online", 1.0),
          Map.entry("uninstalled", 1.0),
          Map.entry("off", 0.0),
          Map.entry("false", 0.0),
          Map.entry("no", 0.0),
          Map.entry("close", 0.0),
          Map.entry("closed", 0.0),
          Map.entry("offline", 0.0),
          Map.entry("installed", 0.0));

  /** How devices say that a sensor could not be read. */
  private static final Set<String> FAILURES =
      Set.of(
          "read failed", "read error", "overload", "unavailable", "unknown", "nan", "null", "none");

  private Scalar() {}

  /**
   * A number, a numeric string, true as 1 and false as 0, null as NaN. Empty when it is something
   * else, or too large for a double.
   */
  public static OptionalDouble strict(JsonNode node) {
    if (node.isNumber()) {
      return finite(node.doubleValue());
    }
    if (node.isBoolean()) {
      return OptionalDouble.of(node.booleanValue() ? 1 : 0);
    }
    if (node.isNull()) {
      return OptionalDouble.of(Double.NaN);
    }
    if (node.isTextual()) {
      String text = node.textValue().strip();
      return DECIMAL.matcher(text).matches()
          ? finite(Double.parseDouble(text))
          : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  /**
   * As {@link #strict}, and words: {@code open} and {@code ON} are 1, {@code Read Error} is NaN.
   */
  public static OptionalDouble loose(JsonNode node) {
    OptionalDouble number = strict(node);
    if (number.isPresent() || !node.isTextual()) {
      return number;
    }
    String word = node.textValue().strip().toLowerCase(Locale.ROOT);
    if (FAILURES.contains(word)) {
      return OptionalDouble.of(Double.NaN);
    }
    Double meaning = WORDS.get(word);
    return meaning == null ? OptionalDouble.empty() : OptionalDouble.of(meaning);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
