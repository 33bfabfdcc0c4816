package wuchang.app.config;

import java.util.List;
import java.util.Optional;
import wuchang.app.config.BrokerSettings.BrokerUser;
import wuchang.app.config.BrokerSettings.Embedded;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.domain.DeviceId;

/** The section {@code broker}: one of your own by its URL, or the embedded one. */
final class BrokerReader {
  private static final int PORT = 1883;
  private static final Embedded DEFAULT =
      new Embedded("127.0.0.1", PORT, Optional.empty(), List.of());

  private final Form<DeviceId> device;

  BrokerReader(Register register) {
    this.device = Form.reference("device", "a device", register.devices().keySet(), DeviceId::of);
  }

  BrokerSettings read(Section root) {
    return root.get("broker", Form.section("url or embedded", this::broker), DEFAULT);
  }

  private Optional<BrokerSettings> broker(Section broker) {
    Optional<Value> url = broker.value("url");
    Optional<Value> embedded = broker.value("embedded");
    if (url.isPresent() && embedded.isPresent()) {
      embedded.get().fault("broker has url and embedded; expected one of them");
      broker.leaveRest();
      return Optional.empty();
    }
    return url.isPresent()
        ? RemoteBrokerReader.read(broker)
        : Optional.of(broker.get("embedded", Form.section("host and port", this::own), DEFAULT));
  }

  private Optional<Embedded> own(Section embedded) {
    String host = embedded.get("host", As.HOST, DEFAULT.host());
    int port = embedded.get("port", As.PORT, PORT);
    if (embedded.get("anonymous", As.FLAG, false)) {
      // Who may speak for which device hangs on who it is.
      String fault = "anonymous is true; expected false, and each client as a user under users";
      embedded.value("anonymous").ifPresent(value -> value.fault(fault));
    }
    Optional<Tls> tls = TlsReader.read(embedded);
    List<BrokerUser> users =
        embedded.get(
            "users", Form.section("a user with name and password", this::user).list(), List.of());
    return Optional.of(new Embedded(host, port, tls, users));
  }

  private Optional<BrokerUser> user(Section user) {
    Optional<String> name = user.need("name", As.TEXT);
    Optional<String> password = Secrets.need(user, "password");
    List<DeviceId> devices = user.get("devices", device.list(), List.of());
    return name.flatMap(n -> password.map(p -> new BrokerUser(n, p, devices)));
  }
}
