package wuchang.embedded.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wuchang.domain.SiteId;

/**
 * How the embedded broker runs.
 *
 * @param port 0: any free one
 * @param directory journal, sessions and pages; kept over restarts
 * @param memoryBytes the most that waiting messages take in memory; what is more goes to disk
 * @param shown topics that, with all below them, every user may subscribe to
 */
public record BrokerConfig(
    String host,
    int port,
    Path directory,
    SiteId site,
    List<BrokerUser> users,
    List<StandingSubscription> standing,
    Optional<BrokerTls> tls,
    long memoryBytes,
    List<String> shown) {
  public static final long DEFAULT_MEMORY = 32L << 20;

  public BrokerConfig {
    users = List.copyOf(users);
    standing = List.copyOf(standing);
    shown = List.copyOf(shown);
  }

  /** One that shows nothing to its users. */
  public BrokerConfig(
      String host,
      int port,
      Path directory,
      SiteId site,
      List<BrokerUser> users,
      List<StandingSubscription> standing,
      Optional<BrokerTls> tls,
      long memoryBytes) {
    this(host, port, directory, site, users, standing, tls, memoryBytes, List.of());
  }

  /** On this machine only, without TLS. */
  public static BrokerConfig loopback(
      int port, Path directory, SiteId site, List<BrokerUser> users) {
    return new BrokerConfig(
        "127.0.0.1", port, directory, site, users, List.of(), Optional.empty(), DEFAULT_MEMORY);
  }

  public BrokerConfig withStanding(StandingSubscription subscription) {
    return new BrokerConfig(
        host, port, directory, site, users, List.of(subscription), tls, memoryBytes, shown);
  }

  public BrokerConfig withTls(BrokerTls certificate) {
    return new BrokerConfig(
        host, port, directory, site, users, standing, Optional.of(certificate), memoryBytes, shown);
  }

  public BrokerConfig withShown(List<String> topics) {
    return new BrokerConfig(host, port, directory, site, users, standing, tls, memoryBytes, topics);
  }

  /** The same on a port. */
  BrokerConfig withPort(int other) {
    return new BrokerConfig(host, other, directory, site, users, standing, tls, memoryBytes, shown);
  }
}
