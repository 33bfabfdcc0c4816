package wuchang.console.parts;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the console listens.
 *
 * @param port 0 takes a free one
 * @param publicUrl what people type when a proxy stands in front; its origin may send requests
 */
public record HttpSettings(String host, int port, Optional<Tls> tls, Optional<URI> publicUrl) {
  /** Certificate chain and private key, both PEM. */
  public record Tls(Path certificate, Path key) {}

  public static HttpSettings loopback(int port) {
    return new HttpSettings("127.0.0.1", port, Optional.empty(), Optional.empty());
  }

  /** Whether browsers reach us by TLS, ours or the proxy's. */
  public boolean isSecure() {
    return tls.isPresent() || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }
}
