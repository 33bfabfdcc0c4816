package wuchang.app.config.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the environment's values where {@code ${ENV_NAME}} stands. {@code $${} means a plain {@code
 * ${}. What comes in is not looked at again.
 */
final class Expansion {
  private static final Pattern PART =
      Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)})?");

  private Expansion() {}

  static boolean isNeeded(String text) {
    return text.contains("${");
  }

  /** The text expanded, or empty after a fault for each part that cannot be. */
  static Optional<String> of(String text, Value value, Document document) {
    StringBuilder expanded = new StringBuilder();
    boolean whole = true;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      Optional<String> replacement = replacement(part, value, document);
      whole &= replacement.isPresent();
      part.appendReplacement(expanded, Matcher.quoteReplacement(replacement.orElse("")));
    }
    part.appendTail(expanded);
    return whole ? Optional.of(expanded.toString()) : Optional.empty();
  }

  private static Optional<String> replacement(Matcher part, Value value, Document document) {
    if (part.group().startsWith("$$")) {
      return Optional.of("${");
    }
    String name = part.group(1);
    if (name == null) {
      value.fault(
          value.label()
              + " holds a «${» without a name; expected ${ENV_NAME}, or $${ for the characters themselves");
      return Optional.empty();
    }
    Optional<String> found = document.environment().apply(name);
    if (found.isEmpty()) {
      value.fault(
          "the environment variable " + name + " is not set; expected it to hold " + value.label());
    }
    return found;
  }
}
