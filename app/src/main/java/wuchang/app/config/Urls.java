package wuchang.app.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import wuchang.app.config.yaml.Form;

/** Absolute URLs with a host. They may hold secrets, so no fault shows one. */
record Urls(List<String> schemes) {
  static final Urls WEB = new Urls(List.of("https", "http"));
  static final Urls MQTT = new Urls(List.of("tcp", "ssl"));
  static final Urls MAIL = new Urls(List.of("smtp", "smtps"));

  Form<URI> form() {
    return Form.hidden(expected(), this::parse);
  }

  String expected() {
    return "a URL that begins with " + String.join(":// or ", schemes) + "://";
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when it is none, or has another scheme or no host
   */
  URI parse(String text) {
    URI url = URI.create(text);
    boolean fits =
        url.getScheme() != null
            && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
            && url.getHost() != null
            && url.getPort() <= 65_535;
    if (!fits) {
      throw new IllegalArgumentException();
    }
    return url;
  }
}
