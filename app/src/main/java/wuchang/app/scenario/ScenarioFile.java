package wuchang.app.scenario;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bytes of a scenario, or of a site that a scenario takes.
 *
 * @param name what faults call it
 * @param folder where its relative paths start
 */
record ScenarioFile(String name, Path folder, byte[] bytes) {
  /** Those that are shipped, in the order of the list. */
  static final List<String> SHIPPED =
      List.of(
          "demo",
          "smoke",
          "canteen",
          "quiet-month",
          "busy-month",
          "campus",
          "power-cut",
          "gateway-night",
          "inspection-day",
          "water-leak",
          "load");

  /** The demo's canteen. */
  private static final String EXAMPLE = "example";

  private static final int LARGEST = 8 * 1024 * 1024;

  /**
   * A file, or one that is shipped, by its name.
   *
   * @param from where a relative path starts
   */
  static ScenarioFile open(String name, Path from) throws IOException {
    if (SHIPPED.contains(name)) {
      return shipped(name, "/wuchang/scenarios/" + name + ".yaml");
    }
    if (name.equals(EXAMPLE)) {
      return shipped(name, "/wuchang.example.yaml");
    }
    Path file = from.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException(file + " is larger than 8 MiB");
      }
      Path parent = file.toAbsolutePath().normalize().getParent();
      return new ScenarioFile(file.toString(), parent == null ? from : parent, bytes);
    }
  }

  private static ScenarioFile shipped(String name, String resource) throws IOException {
    try (InputStream in = ScenarioFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not in the jar");
      }
      return new ScenarioFile(name + ".yaml", Path.of("").toAbsolutePath(), in.readAllBytes());
    }
  }

  String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  ScenarioFile with(String text) {
    return new ScenarioFile(name, folder, text.getBytes(StandardCharsets.UTF_8));
  }
}
