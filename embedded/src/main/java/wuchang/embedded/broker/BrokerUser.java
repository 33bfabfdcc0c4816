package wuchang.embedded.broker;

import java.util.Set;
import wuchang.domain.DeviceId;

/**
 * Somebody who may connect.
 *
 * @param devices the devices it may speak for; empty: every device of the site, and the topics of
 *     foreign formats
 * @param server Wuchang itself: may read everything and sees who sent {@code v1/devices/me/…}
 */
public record BrokerUser(String name, String password, Set<DeviceId> devices, boolean server) {
  public BrokerUser {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a broker user needs a name");
    }
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the broker user «" + name + "» needs a password");
    }
    devices = Set.copyOf(devices);
  }

  public static BrokerUser server(String name, String password) {
    return new BrokerUser(name, password, Set.of(), true);
  }

  public static BrokerUser publisher(String name, String password) {
    return new BrokerUser(name, password, Set.of(), false);
  }

  /** The password stays out of logs and messages. */
  @Override
  public String toString() {
    return "BrokerUser[" + name + ", devices=" + devices + ", server=" + server + "]";
  }
}
