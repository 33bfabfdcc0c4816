package wuchang.alerts.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wuchang.domain.Language;
import wuchang.domain.Severity;
import wuchang.domain.Text;

/** The words of a message that stands for several. */
public final class Digest {
  private Digest() {}

  /** What the gravest of a few is about, and that there are others. */
  public static Text few(Text gravest, int others) {
    return new Text(
        "%s 等 %d 项".formatted(gravest.zh(), others + 1),
        "%s and %d more".formatted(gravest.en(), others));
  }

  /** That a message stands for so many. */
  public static Text many(int count, Severity gravest) {
    return new Text(
        "【汇总】%d 条告警消息，最高级别：%s".formatted(count, gravest.label().zh()),
        "[Digest] %d alert messages, gravest: %s".formatted(count, gravest.label().en()));
  }

  /** What is said of each, under each other and numbered. */
  public static Text lines(List<Text> each) {
    return new Text(lines(each, Language.ZH), lines(each, Language.EN));
  }

  private static String lines(List<Text> each, Language language) {
    return IntStream.range(0, each.size())
        .mapToObj(i -> (i + 1) + ". " + each.get(i).in(language))
        .collect(Collectors.joining("\n"));
  }
}
