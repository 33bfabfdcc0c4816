package wuchang.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import wuchang.console.access.Accounts;
import wuchang.console.access.NewAccount;
import wuchang.domain.PersonId;
import wuchang.domain.SiteId;
import wuchang.domain.site.Role;
import wuchang.store.ReaderRole;

/**
 * How this machine's tools reach the running system, in {@code connections.properties}: a publisher
 * for MQTT, a reader for the database, a token for HTTP. All three are kept over restarts.
 */
record Connections(SiteId site, URI page, BrokerPart.Login publisher) {
  private static final String FILE = "connections.properties";
  private static final PersonId TOOLS = PersonId.of("tools");

  /**
   * @param reader the password of the database's reader, where the configuration gives one
   */
  void write(
      Path data,
      KeptSecrets secrets,
      Accounts accounts,
      DatabasePart database,
      Optional<String> reader)
      throws IOException {
    PropertiesFile file =
        new PropertiesFile("How this machine's tools reach the system; written at each start.")
            .with("site", site.value())
            .with("mqtt.url", publisher.url())
            .with("mqtt.username", publisher.username())
            .with("mqtt.password", publisher.password())
            .with("http.url", page.toString())
            .with("http.token", token(secrets, accounts));
    database
        .reader(
            reader.isPresent() ? reader.get() : secrets.get("jdbc.reader", ReaderRole::newPassword))
        .ifPresent(
            address ->
                file.with("jdbc.url", address.url())
                    .with("jdbc.username", address.username())
                    .with("jdbc.password", address.password()));
    file.write(data.resolve(FILE));
  }

  private static String token(KeptSecrets secrets, Accounts accounts) throws IOException {
    if (accounts.find(TOOLS).isEmpty()) {
      accounts.add(NewAccount.of(TOOLS, Role.ADMIN), Randomness.secret());
    }
    return secrets.get(
        "http.token", kept -> accounts.byToken(kept).isPresent(), () -> accounts.token(TOOLS));
  }
}
