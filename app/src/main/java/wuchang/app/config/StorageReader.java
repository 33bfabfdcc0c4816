package wuchang.app.config;

import java.nio.file.Path;
import java.util.Optional;
import wuchang.app.config.StorageSettings.Embedded;
import wuchang.app.config.StorageSettings.Remote;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;

/** The section {@code storage}: a PostgreSQL of your own by its URL, or the embedded one. */
final class StorageReader {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final Form<String> URL =
      Form.hidden("a URL that begins with " + SCHEME + "//", StorageReader::url);

  private final Embedded usual;

  /** The embedded database stands in the data directory when nothing else is said. */
  StorageReader(Path data) {
    this.usual = new Embedded(data.resolve("db"), 0);
  }

  StorageSettings read(Section root) {
    return root.get("storage", Form.section("url or embedded", this::storage), usual);
  }

  private Optional<StorageSettings> storage(Section storage) {
    Optional<Value> url = storage.value("url");
    Optional<Value> embedded = storage.value("embedded");
    if (url.isPresent() && embedded.isPresent()) {
      embedded.get().fault("storage has url and embedded; expected one of them");
      storage.leaveRest();
      return Optional.empty();
    }
    return url.isPresent()
        ? remote(storage)
        : Optional.of(storage.get("embedded", Form.section("dir and port", this::own), usual));
  }

  private static Optional<StorageSettings> remote(Section storage) {
    Optional<String> url = storage.need("url", URL);
    Optional<String> username = storage.get("username", As.TEXT);
    Optional<String> password = Secrets.get(storage, "password");
    Optional<String> reader = Secrets.get(storage, "reader-password");
    return url.map(u -> new Remote(u, username, password, reader));
  }

  private Optional<Embedded> own(Section embedded) {
    Path dir = embedded.get("dir", FilePath.ANY, usual.dir());
    int port = embedded.get("port", As.PORT, usual.port());
    return Optional.of(new Embedded(dir, port));
  }

  private static String url(String text) {
    if (!text.startsWith(SCHEME) || text.length() == SCHEME.length()) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
