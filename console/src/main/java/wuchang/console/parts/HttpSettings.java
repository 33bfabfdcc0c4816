package wuchang.console.parts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Where the console listens.
 *
 * @param port 0 takes a free one
 * @param publicUrl what people type when a proxy stands in front; its origin may send requests
 * @param metricsToken the bearer token that reads {@code /metrics} from elsewhere, and nothing else
 */
public record HttpSettings(
    String host,
    int port,
    Optional<Tls> tls,
    Optional<URI> publicUrl,
    Optional<String> metricsToken) {
  /** Certificate chain and private key, both PEM. */
  public record Tls(Path certificate, Path key) {}

  public static HttpSettings loopback(int port) {
    return new HttpSettings(
        "127.0.0.1", port, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether this is the token that reads the metrics. */
  public boolean isMetricsToken(String token) {
    return metricsToken
        .filter(
            kept ->
                MessageDigest.isEqual(
                    kept.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return host + ":" + port;
  }

  /** Whether browsers reach us by TLS, ours or the proxy's. */
  public boolean isSecure() {
    return tls.isPresent() || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }
}
