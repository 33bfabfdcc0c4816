package wuchang.app.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import wuchang.app.config.yaml.Form;

/**
 * Absolute URLs with a host. They may hold secrets, so no fault shows one.
 *
 * @param users whether a user may stand in it; where not, name and secret have keys of their own
 */
record Urls(List<String> schemes, boolean users) {
  static final Urls WEB = new Urls(List.of("https", "http"), false);
  static final Urls MQTT = new Urls(List.of("tcp", "ssl"), true);
  static final Urls MAIL = new Urls(List.of("smtp", "smtps"), false);

  Form<URI> form() {
    return Form.hidden(expected(), this::parse);
  }

  String expected() {
    return "a URL that begins with "
        + String.join(":// or ", schemes)
        + "://"
        + (users ? "" : ", without user info");
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when it is none, or has another scheme, no host, or a user
   *     that may not stand there
   */
  URI parse(String text) {
    URI url = URI.create(text);
    boolean fits =
        url.getScheme() != null
            && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
            && url.getHost() != null
            && (users || url.getRawUserInfo() == null)
            && url.getPort() <= 65_535;
    if (!fits) {
      throw new IllegalArgumentException();
    }
    return url;
  }
}
