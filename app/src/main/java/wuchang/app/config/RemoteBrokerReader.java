package wuchang.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wuchang.app.config.BrokerSettings.Remote;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;

/**
 * A broker of your own. User and password may stand in the URL, {@code tcp://user:password@host},
 * or in keys of their own; the URL that comes out is without them and has its port.
 */
final class RemoteBrokerReader {
  private static final String TLS = "ssl";
  private static final int PORT = 1883;
  private static final int TLS_PORT = 8883;

  private RemoteBrokerReader() {}

  static Optional<BrokerSettings> read(Section broker) {
    Optional<URI> url = broker.need("url", Urls.MQTT.form());
    Optional<String> username = broker.get("username", As.TEXT);
    Optional<String> password = Secrets.get(broker, "password");
    Optional<Path> ca = broker.get("ca", FilePath.READABLE);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    List<String> login = login(url.get());
    broker
        .value("username")
        .filter(value -> !login.isEmpty())
        .ifPresent(value -> value.fault("username stands in the URL, too; expected it once"));
    broker.value("ca").filter(value -> !isTls(url.get())).ifPresent(RemoteBrokerReader::warn);
    return Optional.of(
        new Remote(
            bare(url.get()),
            username.or(() -> login.stream().findFirst()),
            password.or(() -> login.stream().skip(1).findFirst()),
            ca));
  }

  private static void warn(Value ca) {
    ca.warn("ca is of no use with tcp://; expected a URL that begins with ssl://");
  }

  /** User and password of the URL, as far as it has them. */
  private static List<String> login(URI url) {
    return url.getUserInfo() == null ? List.of() : List.of(url.getUserInfo().split(":", 2));
  }

  private static URI bare(URI url) {
    int port = url.getPort() >= 0 ? url.getPort() : isTls(url) ? TLS_PORT : PORT;
    try {
      return new URI(url.getScheme(), null, url.getHost(), port, null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the host of a parsed URL is a host", e);
    }
  }

  private static boolean isTls(URI url) {
    return url.getScheme().equalsIgnoreCase(TLS);
  }
}
