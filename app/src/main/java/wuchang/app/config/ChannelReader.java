package wuchang.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.app.config.ChannelKind.Address;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.Language;
import wuchang.domain.Severity;
import wuchang.domain.site.ChannelPlan;

/** The section {@code channels}: how people are told. URLs and secrets are never shown. */
final class ChannelReader {
  /** The list only, a notice, is not sent to anybody (DOMAIN.md B2.8). */
  private static final List<Severity> SENT =
      List.of(Severity.WARNING, Severity.MAJOR, Severity.CRITICAL);

  private static final Pattern RATE = Pattern.compile("(\\d{1,6})\\s*/\\s*min");
  private static final Form<Integer> PER_MINUTE =
      Form.of("a rate such as 15/min", ChannelReader::perMinute);
  private static final Form<ChannelKind> KIND =
      Form.word(
          "kind",
          Arrays.stream(ChannelKind.values()).map(ChannelKind::word).toList(),
          ChannelKind::of);
  private static final List<String> LANGUAGES =
      Arrays.stream(Language.values()).map(Language::code).toList();
  private static final Form<String> LANGUAGE =
      Form.word("language", LANGUAGES, word -> Optional.of(word).filter(LANGUAGES::contains));
  private static final Form<String> ONE_OR_MORE =
      Form.either(
          "a text, or a list of texts",
          As.TEXT,
          As.TEXT.list().map(several -> String.join(",", several)));

  private ChannelReader() {}

  static List<ChannelPlan> read(Section root) {
    return root.get(
        "channels",
        Form.section("a channel with id and kind", ChannelReader::channel).list(),
        List.of());
  }

  private static Optional<ChannelPlan> channel(Section channel) {
    Optional<String> id = channel.need("id", As.ID);
    Optional<ChannelKind> kind = channel.need("kind", KIND);
    List<Severity> severities = channel.get("severities", As.SEVERITY.list(), SENT);
    if (kind.isEmpty()) {
      channel.leaveRest();
      return Optional.empty();
    }
    Optional<URI> url = url(channel, kind.get());
    Optional<String> secret = Secrets.get(channel, "secret");
    int perMinute = channel.get("rate", PER_MINUTE, kind.get().perMinute());
    Map<String, String> options = options(channel, kind.get());
    return id.map(
        i ->
            new ChannelPlan(
                i, kind.get().word(), url, secret, Set.copyOf(severities), perMinute, options));
  }

  private static Optional<URI> url(Section channel, ChannelKind kind) {
    if (kind.address() == Address.NONE) {
      return Optional.empty();
    }
    boolean said = channel.value("url").isPresent() || channel.value("url-file").isPresent();
    if (kind.address() == Address.NEEDED && !said) {
      channel.lacks("url", kind.urls().expected());
    }
    return Secrets.get(channel, "url", kind.urls().expected(), kind.urls()::parse);
  }

  private static Map<String, String> options(Section channel, ChannelKind kind) {
    Map<String, String> options = new HashMap<>();
    channel.get("lang", LANGUAGE).ifPresent(code -> options.put("lang", code));
    kind.needs().forEach(key -> channel.need(key, option(key)).ifPresent(o -> options.put(key, o)));
    kind.allows().forEach(key -> channel.get(key, option(key)).ifPresent(o -> options.put(key, o)));
    return options;
  }

  private static Form<String> option(String key) {
    return switch (key) {
      case "topic" -> Topics.NAME;
      case "file" -> FilePath.ANY.map(Path::toString);
      default -> ONE_OR_MORE;
    };
  }

  private static int perMinute(String text) {
    Matcher rate = RATE.matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException();
    }
    return Integer.parseInt(rate.group(1));
  }
}
