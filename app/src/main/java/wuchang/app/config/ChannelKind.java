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
  WECOM(Address.NEEDED, 15, Urls.WEB),
  DINGTALK(Address.NEEDED, 15, Urls.WEB),
  FEISHU(Address.NEEDED, 60, Urls.WEB),
  EMAIL(Address.NEEDED, 0, new Urls(List.of("smtp", "smtps")), "from", "to", "username"),
  WEBHOOK(Address.NEEDED, 0, Urls.WEB),
  /** Without a URL it publishes to the site's own broker. */
  MQTT(Address.ALLOWED, 0, new Urls(List.of("tcp", "ssl")), "topic"),
  SMS(Address.NEEDED, 0, Urls.WEB, "to"),
  LOG(Address.NONE, 0, Urls.WEB);

  /** Whether the channel has a URL. */
  enum Address {
    NEEDED,
    ALLOWED,
    NONE
  }

  private final Address address;
  private final int perMinute;
  private final Urls urls;
  private final List<String> options;

  ChannelKind(Address address, int perMinute, Urls urls, String... options) {
    this.address = address;
    this.perMinute = perMinute;
    this.urls = urls;
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

  /** The keys that only this kind has. */
  List<String> options() {
    return options;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ChannelKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
