package wuchang.domain;

/** One sentence or name in both languages. */
public record Text(String zh, String en) {
  /** The same words in both languages, for names that are not translated. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
