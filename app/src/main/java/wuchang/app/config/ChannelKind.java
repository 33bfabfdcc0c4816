package wuchang.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to tell people (CONTRACT §2), with what each is given beside id and severities. The
 * rates that hold when nothing is said keep a reserve below the providers' own limits (DOMAIN.md
 * D1: 20 a minute for WeCom and DingTalk robots, 100 for Feishu's).
 */
enum ChannelKind {
  WECOM(Address.NEEDED, Urls.WEB, 15),
  DINGTALK(Address.NEEDED, Urls.WEB, 15, "keyword?"),
  FEISHU(Address.NEEDED, Urls.WEB, 60, "keyword?"),
  EMAIL(Address.NEEDED, Urls.MAIL, 20, "from", "to", "username?"),
  WEBHOOK(Address.NEEDED, Urls.WEB, 0),
  /** Without a URL it publishes to the site's own broker. */
  MQTT(Address.ALLOWED, Urls.MQTT, 0, "topic", "username?"),
  /** Text messages and calls, by a request that the configuration describes. */
  SMS(Address.NEEDED, Urls.WEB, 20, "body", "to?", "method?", "content-type?", "headers?", "ok?"),
  LOG(Address.NONE, Urls.WEB, 0, "file?");

  /** Whether the channel has a URL. */
  enum Address {
    NEEDED,
    ALLOWED,
    NONE
  }

  private static final String MAY = "?";

  private final Address address;
  private final Urls urls;
  private final int perMinute;
  private final List<String> options;

  /** Options are keys that only this kind has; one with a question mark may be left out. */
  ChannelKind(Address address, Urls urls, int perMinute, String... options) {
    this.address = address;
    this.urls = urls;
    this.perMinute = perMinute;
    this.options = List.of(options);
  }

  Address address() {
    return address;
  }

  /** The most messages a minute when nothing is said; 0 means no limit. */
  int perMinute() {
    return perMinute;
  }

  Urls urls() {
    return urls;
  }

  /** The keys that only this kind has and needs. */
  List<String> needs() {
    return options.stream().filter(option -> !option.endsWith(MAY)).toList();
  }

  /** The keys that only this kind has and that may be left out. */
  List<String> allows() {
    return options.stream()
        .filter(option -> option.endsWith(MAY))
        .map(option -> option.substring(0, option.length() - MAY.length()))
        .toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ChannelKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
