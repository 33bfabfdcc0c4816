package wuchang.app.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where the page and the API listen.
 *
 * @param port 0 means any free one
 * @param publicUrl the address by which people reach the page from outside, for links in messages
 * @param metricsToken with which a Prometheus on another machine reads the metrics, and nothing
 *     else
 */
public record HttpSettings(
    String host,
    int port,
    Optional<Tls> tls,
    Optional<URI> publicUrl,
    Optional<String> metricsToken) {
  /** Without the token. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
