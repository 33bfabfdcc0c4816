package wuchang.alerts.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.alerts.channel.Receipt.Sent;
import wuchang.domain.Language;
import wuchang.domain.PersonId;
import wuchang.domain.site.ChannelPlan;

/**
 * Says it as one line on the logger {@code wuchang.notifications} and, with the option {@code
 * file}, as a line of that file with the time in front. The option {@code lang} chooses the
 * language (zh unless it says en).
 */
public final class LogChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger("wuchang.notifications");

  private final Language language;
  private final Optional<Path> file;

  public LogChannel(ChannelPlan plan) {
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.file = Optional.ofNullable(plan.options().get("file")).map(Path::of);
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    String lines =
        message.each().stream().map(one -> told(one, line(one))).collect(Collectors.joining("\n"));
    return CompletableFuture.completedFuture(
        file.map(path -> append(path, lines)).orElseGet(() -> new Sent("logged")));
  }

  private static String told(Message message, String line) {
    LOG.info("{}", line);
    return message.at() + " " + line;
  }

  private String line(Message message) {
    return "site=%s channel=%s alert=%s step=%s severity=%s rule=%s device=%s to=%s text=\"%s\""
        .formatted(
            message.site(),
            message.channel(),
            message.alert().id(),
            message.step(),
            message.alert().severity().word(),
            message.alert().rule(),
            message.alert().device(),
            message.to().stream().map(PersonId::value).collect(Collectors.joining(",")),
            oneLine(text(message)));
  }

  private String text(Message message) {
    return String.join(" ", PlainText.lines(message, language));
  }

  /** A name with a line break or a quote in it must not look like a second event. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").replace('"', '\'');
  }

  private static Receipt append(Path path, String line) {
    try {
      if (path.getParent() != null) {
        Files.createDirectories(path.getParent());
      }
      Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new Sent("written");
    } catch (IOException e) {
      return new Failed(true, "the file cannot be written: " + e.getClass().getSimpleName());
    }
  }
}
