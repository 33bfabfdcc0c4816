package wuchang.alerts.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import wuchang.domain.site.ChannelPlan;

/** What a channel's URL must be; what is wrong with one is said without repeating it. */
final class Addresses {
  private static final Set<String> WEB = Set.of("http", "https");

  private Addresses() {}

  /**
   * The plan's http(s) URL.
   *
   * @throws IllegalArgumentException naming the channel and what was expected
   */
  static URI web(ChannelPlan plan) {
    return plan.url()
        .filter(url -> WEB.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)))
        .filter(url -> url.getHost() != null && url.getRawUserInfo() == null)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    plan
                        + " has no usable url; expected http(s)://host/path without user info"
                        + " (a token goes into secret)"));
  }

  /** The same URL with more of a query. */
  static URI with(URI url, String query) {
    String text = url.toString();
    return URI.create(text + (url.getRawQuery() == null ? "?" : "&") + query);
  }
}
