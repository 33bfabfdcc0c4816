package wuchang.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.yaml.Fault;

/** A folder with secrets and certificates in it, and an environment, to read configurations in. */
final class ConfigFolder {
  static final String SECRET = "hunter2";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SECRET", SECRET, "PORT", "8081", "EMPTY", "", "NESTED", "${SECRET}");

  private final Path folder;
  private final ConfigReader reader =
      new ConfigReader(new FewRules(), name -> Optional.ofNullable(ENVIRONMENT.get(name)));

  ConfigFolder(Path folder) {
    this.folder = folder;
    write("secrets/ok", "  " + SECRET + "\n");
    write("secrets/blank", " \n");
    write("secrets/url", "https://example.org/" + SECRET + "\n");
    write("certs/ca.pem", "a certificate");
    write("certs/key.pem", "a key");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Outcome read(String yaml) {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  Outcome read(byte[] yaml) {
    return reader.read("wuchang.yaml", folder, yaml);
  }

  Outcome readFile(Path file) {
    return reader.read(file);
  }

  /** The configuration, which must be valid and without warnings. */
  Config valid(String yaml) {
    Outcome outcome = read(yaml);
    if (outcome instanceof Outcome.Valid valid && valid.warnings().isEmpty()) {
      return valid.config();
    }
    throw new AssertionError("not valid: " + faults(outcome) + outcome.warnings());
  }

  static List<Fault> faults(Outcome outcome) {
    return outcome.match(valid -> List.of(), Outcome.Invalid::faults);
  }

  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
