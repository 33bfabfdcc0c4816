package wuchang.domain;

import java.util.Locale;

/** The two languages everything is said in. Simplified Chinese is the default. */
public enum Language {
  ZH,
  EN;

  /**
   * The language of a code such as {@code zh}, {@code zh-CN} or {@code en}; anything else is zh.
   */
  public static Language of(String code) {
    return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
