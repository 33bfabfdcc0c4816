package wuchang.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The secrets that this installation made for itself: kept over restarts, so that whoever was told
 * one can go on using it; for the owner's eyes only.
 */
final class KeptSecrets {
  private static final String FILE = "secrets.properties";

  private final Path directory;
  private final Properties kept = new Properties();

  private KeptSecrets(Path directory) {
    this.directory = directory;
  }

  static KeptSecrets open(Path directory) throws IOException {
    KeptSecrets secrets = new KeptSecrets(directory);
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      secrets.kept.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    }
    return secrets;
  }

  /** The secret of that name; made and kept when there is none, or it is no longer good. */
  String get(String name, java.util.function.Predicate<String> isGood, Supplier<String> make)
      throws IOException {
    String secret = kept.getProperty(name);
    if (secret == null || !isGood.test(secret)) {
      secret = make.get();
      kept.setProperty(name, secret);
      save();
    }
    return secret;
  }

  String get(String name, Supplier<String> make) throws IOException {
    return get(name, secret -> true, make);
  }

  private void save() throws IOException {
    PropertiesFile file = new PropertiesFile("Made by Wuchang for itself. Not to be shared.");
    new TreeMap<>(kept).forEach((key, value) -> file.with((String) key, (String) value));
    file.write(directory.resolve(FILE));
  }
}
