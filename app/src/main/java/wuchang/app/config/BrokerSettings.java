package wuchang.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wuchang.domain.DeviceId;

/** Where readings come from: a broker of your own, or the embedded one. */
public sealed interface BrokerSettings {
  <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded);

  /**
   * A broker somewhere else.
   *
   * @param url {@code tcp://host:port} or {@code ssl://host:port}; never with user and password
   * @param ca the PEM file of the authority that signed the broker's certificate; without it the
   *     JDK's own authorities are believed
   */
  record Remote(URI url, Optional<String> username, Optional<String> password, Optional<Path> ca)
      implements BrokerSettings {
    @Override
    public <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded) {
      return remote.apply(this);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "broker " + url;
    }
  }

  /**
   * The embedded broker.
   *
   * @param port 0 means any free one
   */
  record Embedded(String host, int port, Optional<Tls> tls, List<BrokerUser> users)
      implements BrokerSettings {
    public Embedded {
      users = List.copyOf(users);
    }

    @Override
    public <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded) {
      return embedded.apply(this);
    }
  }

  /**
   * Somebody who may publish to the embedded broker.
   *
   * @param devices the devices it may speak for; none named means any device of the site
   */
  record BrokerUser(String name, String password, List<DeviceId> devices) {
    public BrokerUser {
      devices = List.copyOf(devices);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "broker user " + name + " for " + (devices.isEmpty() ? "any device" : devices);
    }
  }
}
