package wuchang.app.config;

import java.nio.file.Path;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;

/** The key {@code tls} of whatever listens. */
final class TlsReader {
  private static final Form<Tls> FORM = Form.section("{cert: …, key: …}", TlsReader::tls);

  private TlsReader() {}

  static Optional<Tls> read(Section listener) {
    return listener.get("tls", FORM);
  }

  private static Optional<Tls> tls(Section tls) {
    Optional<Path> cert = tls.need("cert", FilePath.READABLE);
    Optional<Path> key = tls.need("key", FilePath.READABLE);
    return cert.flatMap(c -> key.map(k -> new Tls(c, k)));
  }
}
