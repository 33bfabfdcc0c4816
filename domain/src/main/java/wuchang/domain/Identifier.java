package wuchang.domain;

import java.util.regex.Pattern;

/** The one grammar of all ids: they stand in MQTT topics, URLs, SQL and file names. */
final class Identifier {
  private static final Pattern GRAMMAR = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,63}");

  private Identifier() {}

  static String checked(String what, String value) {
    if (!GRAMMAR.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " «"
              + shortened(value)
              + "» must start with a letter or digit and have at most 64 letters, digits, '_', '-', '.' or ':'");
    }
    return value;
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
