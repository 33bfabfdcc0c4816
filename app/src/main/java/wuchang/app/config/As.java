package wuchang.app.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.AreaId;
import wuchang.domain.Severity;
import wuchang.domain.Text;

/** The forms that several sections use: {@code http.get("port", As.PORT)}. */
final class As {
  private static final String A_NAME = "a name, or {zh: …, en: …}";
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9_.:\\[\\]-]{1,253}");

  /** Any text with something in it; never shown, since it may be personal. */
  static final Form<String> TEXT = text(Function.identity());

  static final Form<Boolean> FLAG = Form.of("true or false", As::flag);
  static final Form<Double> NUMBER = Form.of("a number", As::number);
  static final Form<Integer> PORT = count(0, 65_535);
  static final Form<String> HOST =
      Form.of("a host name or an address", text -> matching(HOST_NAME, text));
  static final Form<Severity> SEVERITY =
      Form.word(
          "severity", Arrays.stream(Severity.values()).map(Severity::word).toList(), Severity::of);

  /** The id of something that has no type of its own for it; all ids have one grammar. */
  static final Form<String> ID = id(text -> AreaId.of(text).value());

  /** A name, the same in both languages or said in each. */
  static final Form<Text> NAME =
      Form.either(A_NAME, text(Text::same), Form.section(A_NAME, As::bilingual));

  private As() {}

  static <T> Form<T> id(Function<String, T> of) {
    return Form.of(
        "an id of at most 64 letters, digits, '_', '-', '.' or ':', the first a letter or digit",
        of);
  }

  /** A whole number from low to high, both included. */
  static Form<Integer> count(int low, int high) {
    return Form.of(
        "a whole number from " + low + " to " + high,
        text -> {
          int count = Integer.parseInt(text);
          require(count >= low && count <= high);
          return count;
        });
  }

  /** What does not hold is the value's fault; the form says what was expected. */
  static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }

  /** The text itself, if all of it matches. */
  static String matching(Pattern pattern, String text) {
    require(pattern.matcher(text).matches());
    return text;
  }

  private static <T> Form<T> text(Function<String, T> meaning) {
    return Form.hidden(
        "a text",
        text -> {
          require(!text.isBlank());
          return meaning.apply(text);
        });
  }

  private static Optional<Text> bilingual(Section name) {
    Optional<String> zh = name.get("zh", TEXT);
    Optional<String> en = name.get("en", TEXT);
    if (zh.isEmpty() && en.isEmpty()) {
      name.lacks("zh", "zh, en or both");
      return Optional.empty();
    }
    return Optional.of(new Text(zh.or(() -> en).orElseThrow(), en.or(() -> zh).orElseThrow()));
  }

  private static boolean flag(String word) {
    return switch (word) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static double number(String text) {
    double number = Double.parseDouble(matching(DECIMAL, text));
    require(Double.isFinite(number));
    return number;
  }
}
