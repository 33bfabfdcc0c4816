package wuchang.alerts.channel;

import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * What channels work with.
 *
 * @param clock signatures carry the time
 * @param broker the site's own broker, for channels without an address of their own
 */
public record ChannelParts(InstantSource clock, Optional<Broker> broker) {
  /**
   * A broker and how it lets us in.
   *
   * @param url {@code tcp://host:port} or {@code ssl://host:port}
   * @param trust whom to trust with {@code ssl}; empty: whom the JDK trusts
   */
  public record Broker(
      String url,
      Optional<String> username,
      Optional<String> password,
      Optional<SSLSocketFactory> trust) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
      return "broker " + url;
    }
  }
}
