package wuchang.app.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import wuchang.domain.Language;

/** The short form of the dashboards: {@code grafana/source/*.yaml}, and the words they share. */
final class Sources {
  static final Path ROOT = Path.of("..", "grafana");
  private static final String WORDS = "words.yaml";

  private static final Map<String, Object> SHARED = read(ROOT.resolve("source").resolve(WORDS));

  /** A word in braces, but no variable of Grafana, which has a dollar in front. */
  private static final Pattern WORD = Pattern.compile("(?<!\\$)\\{([a-z_0-9]+)}");

  private Sources() {}

  static List<Map<String, Object>> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("source"))) {
      return files.filter(file -> !file.endsWith(WORDS)).sorted().map(file -> read(file)).toList();
    }
  }

  /** A text with its words in the language. */
  static String words(String text, Language language) {
    Matcher matcher = WORD.matcher(text);
    StringBuilder said = new StringBuilder();
    while (matcher.find()) {
      String word =
          matcher.group(1).equals("lang")
              ? language.code()
              : in(
                  Optional.ofNullable(SHARED.get(matcher.group(1)))
                      .orElseThrow(
                          () -> new IllegalArgumentException("no word " + matcher.group())),
                  language);
      matcher.appendReplacement(said, Matcher.quoteReplacement(word));
    }
    return matcher.appendTail(said).toString();
  }

  static String word(String word, Language language) {
    return words("{" + word + "}", language);
  }

  static Map<String, Object> allWords() {
    return SHARED;
  }

  /** The text of a mapping {@code {zh: …, en: …}}. */
  static String in(Object both, Language language) {
    return String.valueOf(map(both).get(language.code()));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private static Map<String, Object> read(Path file) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      return map(new Load(settings).loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
