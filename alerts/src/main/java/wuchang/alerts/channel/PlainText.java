package wuchang.alerts.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.Language;
import wuchang.domain.Text;

/** A message as plain lines: what and where, what is wrong, what to do, who has it, the link. */
final class PlainText {
  private static final int LONGEST_TITLE = 300;
  private static final String MORE = "…";

  private PlainText() {}

  /** The lines without the link. */
  static List<String> lines(Message message, Language language) {
    Message.Words words = message.words();
    return Stream.of(
            words.headline(),
            words.sentence(),
            words.facts(),
            Labels.toDo(words.action()),
            words.owner())
        .map(text -> inLine(text, language))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** All of it in so many bytes of UTF-8: the link stays, what is before it is cut. */
  static String of(Message message, Language language, int mostBytes) {
    String link = "\n" + message.link();
    String text = String.join("\n", lines(message, language));
    return cut(text, mostBytes - bytes(link)) + link;
  }

  /** One line, short enough for a subject. */
  static String title(Message message, Language language) {
    return cut(inLine(message.words().headline(), language).replace('\n', ' '), LONGEST_TITLE);
  }

  /** The text itself, or as much of it as fits; cut between characters and marked. */
  static String cut(String text, int mostBytes) {
    if (bytes(text) <= mostBytes) {
      return text;
    }
    int room = mostBytes - bytes(MORE);
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += bytes(Character.toString(character));
      if (used > room) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end) + MORE;
  }

  /** What stands in a name is only ever text: no line of its own, no second message. */
  private static String inLine(Text text, Language language) {
    return Arrays.stream(text.in(language).split("\n"))
        .map(line -> line.replaceAll("\\p{Cntrl}+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
