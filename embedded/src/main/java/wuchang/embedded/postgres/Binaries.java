package wuchang.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version into a directory that is there whole or not
 * at all. About 60 MB and a second or two of work; later starts find them.
 */
record Binaries(Path home) {
  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** The programs for this machine, unpacked in {@code cache} if they are not yet there. */
  static Binaries in(Path cache) {
    String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      Path home = cache.resolve(key(archive));
      if (!Files.isDirectory(home)) {
        try (InputStream in = open(archive)) {
          Unpacking.of(in, home);
        }
      }
      return new Binaries(home);
    } catch (IOException e) {
      throw new PostgresUnusable(
          "PostgreSQL could not be unpacked in " + cache + " (" + e + "); it needs 60 MB there", e);
    }
  }

  /** The name of the archive in the jar of a platform. */
  static String archive(String os, String arch) {
    String system = os.toLowerCase(Locale.ROOT);
    String cpu = arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64";
    if (system.startsWith("linux")) {
      return "postgres-linux-" + cpu + ".txz";
    }
    if (system.startsWith("mac")) {
      return "postgres-darwin-" + cpu + ".txz";
    }
    throw new PostgresUnusable(
        "no PostgreSQL is brought along for " + os + "; set storage.url to one of your own");
  }

  /** The archive's size and checksum stand for its version: nothing in the jar names that. */
  private static String key(String archive) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(open(archive), sum)) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      String name = archive.substring(0, archive.length() - ".txz".length());
      return String.format(Locale.ROOT, "%s-%d-%08x", name, size, sum.getValue());
    }
  }

  private static InputStream open(String archive) {
    return Optional.ofNullable(Binaries.class.getResourceAsStream("/" + archive))
        .orElseThrow(
            () ->
                new PostgresUnusable(
                    archive
                        + " is not on the class path: this build was made for another platform;"
                        + " build it here, or set storage.url to a database of your own"));
  }
}
