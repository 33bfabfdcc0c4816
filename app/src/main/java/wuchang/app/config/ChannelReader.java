package wuchang.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.app.config.ChannelKind.Address;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
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
  private static final Form<Map<Severity, Duration>> AFTER =
      Form.mapping(
          "a duration for each severity, such as {major: 15m}",
          As.SEVERITY::read,
          severity -> Measured.DURATION);

  private final Set<String> all;

  private ChannelReader(Set<String> all) {
    this.all = all;
  }

  static List<ChannelPlan> read(Section root, Register register) {
    ChannelReader reader = new ChannelReader(register.channels());
    return root.get(
        "channels", Form.section("a channel with id and kind", reader::channel).list(), List.of());
  }

  private Optional<ChannelPlan> channel(Section channel) {
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
    Map<String, String> options = ChannelOptions.read(channel, kind.get());
    Map<Severity, Duration> after = channel.get("after", AFTER, Map.of());
    Optional<String> fallback = channel.get("fallback", another(id));
    return id.map(
        i ->
            new ChannelPlan(
                i,
                kind.get().word(),
                url,
                secret,
                Set.copyOf(severities),
                perMinute,
                options,
                after,
                fallback));
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

  /** The id of a channel of the file that is not this one. */
  private Form<String> another(Optional<String> id) {
    List<String> others = all.stream().filter(other -> !id.equals(Optional.of(other))).toList();
    return Form.reference("channel", "another channel", others, Function.identity());
  }

  private static int perMinute(String text) {
    Matcher rate = RATE.matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException();
    }
    return Integer.parseInt(rate.group(1));
  }
}
