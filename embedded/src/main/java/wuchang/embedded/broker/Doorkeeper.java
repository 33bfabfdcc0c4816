package wuchang.embedded.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.protocol.mqtt.exceptions.InvalidClientIdException;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Asked by Artemis who somebody is and what he may do. Artemis asks for both at every message, so
 * both are a look into a map. Nobody is let in without a name and a password.
 */
final class Doorkeeper implements ActiveMQSecurityManager5 {
  private record Guest(BrokerUser user, byte[] password, Subject subject) {
    static Guest of(BrokerUser user) {
      Set<UserPrincipal> name = Set.of(new UserPrincipal(user.name()));
      return new Guest(
          user,
          user.password().getBytes(StandardCharsets.UTF_8),
          new Subject(true, name, Set.of(), Set.of()));
    }
  }

  private final TopicRights rights;
  private final Set<String> reservedClientIds;
  private final Map<String, Guest> byName;
  private final Map<Subject, BrokerUser> bySubject;

  Doorkeeper(TopicRights rights, List<BrokerUser> users, Set<String> reservedClientIds) {
    this.rights = rights;
    this.reservedClientIds = Set.copyOf(reservedClientIds);
    this.byName =
        users.stream().map(Guest::of).collect(Collectors.toMap(g -> g.user().name(), g -> g));
    this.bySubject =
        byName.values().stream().collect(Collectors.toMap(Guest::subject, Guest::user));
  }

  /**
   * The known user, or null as Artemis wants it.
   *
   * @throws InvalidClientIdException when somebody else takes a client id of the server's: whoever
   *     has it would put the server out of its session
   */
  @Override
  public @Nullable Subject authenticate(
      @Nullable String name,
      @Nullable String password,
      RemotingConnection connection,
      @Nullable String domain) {
    Guest guest = name == null ? null : byName.get(name);
    byte[] given = (password == null ? "" : password).getBytes(StandardCharsets.UTF_8);
    if (guest == null || !MessageDigest.isEqual(guest.password(), given)) {
      return null;
    }
    if (!guest.user().server() && reservedClientIds.contains(connection.getClientID())) {
      throw new InvalidClientIdException();
    }
    return guest.subject();
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType wish, String address) {
    BrokerUser user = bySubject.get(subject);
    if (user == null) {
      return false;
    }
    return switch (wish) {
      case SEND -> rights.mayPublish(user, address);
      case CREATE_ADDRESS -> rights.mayPublish(user, address) || rights.maySubscribe(user, address);
      case CONSUME,
          CREATE_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE,
          CREATE_NON_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE ->
          rights.maySubscribe(user, address);
      default -> false;
    };
  }

  @Override
  public boolean validateUser(String user, String password) {
    throw new UnsupportedOperationException("asked by connection only");
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    throw new UnsupportedOperationException("asked by connection only");
  }
}
