package wuchang.ingest.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a broker is and how it lets us in.
 *
 * @param server {@code tcp://host:port} or {@code ssl://host:port}
 * @param ca the PEM certificates that are trusted; empty: those of the JDK
 */
public record BrokerAddress(
    URI server, Optional<String> username, Optional<String> password, Optional<Path> ca) {
  private static final Set<String> SCHEMES = Set.of("tcp", "ssl");

  public BrokerAddress {
    if (!SCHEMES.contains(String.valueOf(server.getScheme()))
        || server.getHost() == null
        || server.getPort() < 0) {
      throw new IllegalArgumentException(
          "«" + shown(server) + "» is no broker; expected tcp://host:port or ssl://host:port");
    }
  }

  /**
   * Reads {@code tcp://[user:password@]host:port}.
   *
   * @throws IllegalArgumentException when it is none; the password is not in the message
   */
  public static BrokerAddress of(String url) {
    URI given = URI.create(url);
    URI server = withoutUser(given);
    String user = given.getUserInfo();
    if (user == null) {
      return new BrokerAddress(server, Optional.empty(), Optional.empty(), Optional.empty());
    }
    String[] parts = user.split(":", 2);
    Optional<String> password = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    return new BrokerAddress(server, Optional.of(parts[0]), password, Optional.empty());
  }

  public BrokerAddress withUser(String name, String secret) {
    return new BrokerAddress(server, Optional.of(name), Optional.of(secret), ca);
  }

  public BrokerAddress withCa(Path certificates) {
    return new BrokerAddress(server, username, password, Optional.of(certificates));
  }

  /**
   * Whom to trust, where that is said.
   *
   * @throws IllegalArgumentException when the certificates cannot be read
   */
  public Optional<SSLSocketFactory> trust() {
    return ca.map(PemTrust::sockets);
  }

  private static URI withoutUser(URI uri) {
    try {
      return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "«" + shown(uri) + "» is no broker; expected tcp://host:port or ssl://host:port");
    }
  }

  private static String shown(URI uri) {
    return uri.getScheme() + "://…" + uri.getHost() + ":" + uri.getPort();
  }

  /** The password stays out of logs and messages. */
  @Override
  public String toString() {
    return username.map(name -> server + " as " + name).orElse(server.toString());
  }
}
