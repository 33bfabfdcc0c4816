package wuchang.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import wuchang.rules.catalogue.Catalogue;

/**
 * The rules of the benches' own site besides the catalogue, so that every value has its eight
 * onlookers.
 */
final class HerdRules {
  private static final String FILE = "4-standardise.yaml";

  private HerdRules() {}

  static Catalogue over(Catalogue catalogue) throws IOException {
    return catalogue.with(FILE, text());
  }

  /** Lays them down where a server can be told to look for them. */
  static Path write(Path directory) throws IOException {
    Files.writeString(Files.createDirectories(directory).resolve(FILE), text());
    return directory;
  }

  private static String text() throws IOException {
    try (InputStream in = HerdRules.class.getResourceAsStream("/wuchang/bench/" + FILE)) {
      if (in == null) {
        throw new IOException("the benches' " + FILE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
