package wuchang.simulators.wire;

/**
 * Writes compact JSON into one text. A number is written with the digits of {@link
 * Double#toString(double)}; NaN stands for null.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder(160);

  JsonText open(char bracket) {
    text.append(bracket);
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    return this;
  }

  /** The name of a member; a comma before it unless it is the first. */
  JsonText name(String name) {
    comma();
    quote(name);
    text.append(':');
    return this;
  }

  /** Begins an element of an array. */
  JsonText next() {
    comma();
    return this;
  }

  JsonText value(double number) {
    if (Double.isNaN(number)) {
      text.append("null");
    } else {
      text.append(number);
    }
    return this;
  }

  JsonText value(long number) {
    text.append(number);
    return this;
  }

  /** Milliseconds as seconds with three decimals. */
  JsonText seconds(long millis) {
    text.append(Math.floorDiv(millis, 1000L)).append('.');
    long rest = Math.floorMod(millis, 1000L);
    text.append(rest < 100 ? "0" : "").append(rest < 10 ? "0" : "").append(rest);
    return this;
  }

  /** A value that is JSON already. */
  JsonText raw(String json) {
    text.append(json);
    return this;
  }

  JsonText value(boolean flag) {
    text.append(flag);
    return this;
  }

  JsonText value(String words) {
    quote(words);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void comma() {
    int last = text.length() - 1;
    if (last >= 0 && "{[:".indexOf(text.charAt(last)) < 0) {
      text.append(',');
    }
  }

  private void quote(String words) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
