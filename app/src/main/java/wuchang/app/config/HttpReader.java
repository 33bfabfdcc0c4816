package wuchang.app.config;

import java.net.URI;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;

/** The section {@code http}. */
final class HttpReader {
  private static final HttpSettings DEFAULT =
      new HttpSettings("127.0.0.1", 8080, Optional.empty(), Optional.empty(), Optional.empty());

  private HttpReader() {}

  static HttpSettings read(Section root) {
    return root.get("http", Form.section("host and port", HttpReader::http), DEFAULT);
  }

  private static Optional<HttpSettings> http(Section http) {
    String host = http.get("host", As.HOST, DEFAULT.host());
    int port = http.get("port", As.PORT, DEFAULT.port());
    Optional<Tls> tls = TlsReader.read(http);
    Optional<URI> publicUrl = http.get("public-url", Urls.WEB.form());
    Optional<String> metricsToken = Secrets.get(http, "metrics-token");
    return Optional.of(new HttpSettings(host, port, tls, publicUrl, metricsToken));
  }
}
