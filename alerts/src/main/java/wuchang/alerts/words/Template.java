package wuchang.alerts.words;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with {@code {placeholders}}. It is read once from left to right, so that whatever
 * stands in a value ({@code $}, a backslash, braces) is only ever text.
 */
final class Template {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}|[{}]");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|（\\s*）");
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+(?=[,.;:!?，。；：！？、])");
  private static final Pattern SPACES = Pattern.compile("\\s{2,}");

  private Template() {}

  /** The placeholders' names; a brace that stands alone is a name, too: itself. */
  static Set<String> names(String template) {
    Set<String> names = new TreeSet<>();
    Matcher hole = PLACEHOLDER.matcher(template);
    while (hole.find()) {
      names.add(hole.group(1) == null ? hole.group() : hole.group(1));
    }
    return names;
  }

  /** Fills what is known; what is not is left out, without its braces and the gap around it. */
  static String fill(String template, Function<String, Optional<String>> values) {
    StringBuilder text = new StringBuilder();
    Matcher hole = PLACEHOLDER.matcher(template);
    int done = 0;
    boolean gaps = false;
    while (hole.find()) {
      Optional<String> value = Optional.ofNullable(hole.group(1)).flatMap(values);
      text.append(template, done, hole.start()).append(value.orElse(""));
      gaps = gaps || value.isEmpty();
      done = hole.end();
    }
    text.append(template, done, template.length());
    return gaps ? closed(text) : text.toString();
  }

  private static String closed(CharSequence text) {
    String whole = EMPTY_BRACKETS.matcher(text).replaceAll("");
    whole = SPACE_BEFORE_MARK.matcher(whole).replaceAll("");
    return SPACES.matcher(whole).replaceAll(" ").strip();
  }
}
