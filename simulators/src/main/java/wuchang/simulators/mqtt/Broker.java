package wuchang.simulators.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a broker is and who we are there. The password is a secret: {@link #toString} leaves it
 * out.
 *
 * @param tls whether the connection is encrypted
 * @param ca a PEM file with the authorities to trust; without it those of the JDK
 */
public record Broker(
    String host,
    int port,
    boolean tls,
    Optional<String> username,
    Optional<String> password,
    Optional<Path> ca) {

  /**
   * Reads {@code tcp://[user:password@]host:port} or {@code ssl://…}. A user or password with
   * reserved characters is percent-encoded.
   *
   * @throws IllegalArgumentException saying what was expected, without the password
   */
  public static Broker parse(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the broker's URL " + EXPECTED);
    }
  }

  private static final String EXPECTED =
      "is not understood; expected tcp://[user:password@]host:port or ssl://[user:password@]host:port";

  private static Broker of(URI uri) {
    boolean tls = "ssl".equals(uri.getScheme());
    boolean path = uri.getPath() != null && !uri.getPath().isEmpty() && !uri.getPath().equals("/");
    if (!tls && !"tcp".equals(uri.getScheme()) || uri.getHost() == null || path) {
      throw new IllegalArgumentException("the broker's URL " + EXPECTED);
    }
    if (uri.getPort() < 1 || uri.getPort() > 65535) {
      throw new IllegalArgumentException("the broker's URL needs a port from 1 to 65535");
    }
    Optional<String> who = Optional.ofNullable(uri.getRawUserInfo());
    return new Broker(
        uri.getHost(),
        uri.getPort(),
        tls,
        who.map(info -> decoded(info.split(":", 2)[0])),
        who.filter(info -> info.contains(":")).map(info -> decoded(info.split(":", 2)[1])),
        Optional.empty());
  }

  public Broker withUsername(String name) {
    return new Broker(host, port, tls, Optional.of(name), password, ca);
  }

  public Broker withPassword(String secret) {
    return new Broker(host, port, tls, username, Optional.of(secret), ca);
  }

  public Broker withCa(Path pem) {
    return new Broker(host, port, tls, username, password, Optional.of(pem));
  }

  /** The URL without user and password. */
  @Override
  public String toString() {
    return (tls ? "ssl://" : "tcp://") + host + ":" + port;
  }

  /** Percent-decoding only: unlike in a form, a plus is a plus. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
