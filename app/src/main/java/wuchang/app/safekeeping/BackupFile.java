package wuchang.app.safekeeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import wuchang.store.StoreStand;

/** A backup that was found whole: every part is there, is what was written, and nothing else is. */
public final class BackupFile implements AutoCloseable {
  static final String CONFIG = "config/wuchang.yaml";
  static final String BESIDE = "config/beside/";
  static final String STORE = "store/";
  static final String BROKER = "broker/";
  static final String JOURNAL = "journal.db";
  static final String ACCOUNTS = "accounts.sqlite";
  static final String SECRETS = "secrets.properties";

  private static final int BUFFER = 1 << 16;
  private static final Pattern NAME = Pattern.compile("[^/\\\\]+(/[^/\\\\]+)*");

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and reads all of it once.
   *
   * @throws BackupUnusable when it is none, or damaged; the message says what is wrong
   * @throws IOException when it cannot be read
   */
  public static BackupFile open(Path file) throws BackupUnusable, IOException {
    ZipFile zip = zip(file);
    try {
      BackupFile backup = new BackupFile(file, zip, manifest(file, zip));
      backup.check();
      return backup;
    } catch (BackupUnusable | IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  public String site() {
    return manifest.site();
  }

  /** When it was made, ISO-8601, UTC. */
  public String madeAt() {
    return manifest.madeAt();
  }

  StoreStand store() {
    return manifest.store();
  }

  /** The names of the parts whose names begin so, in the order in which they were written. */
  List<String> names(String prefix) {
    return manifest.parts().stream()
        .map(Manifest.Part::name)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  InputStream read(String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  /** Writes a part into a new file of its owner's alone. */
  void extract(String name, Path target) throws IOException {
    OwnerOnly.file(target);
    try (InputStream part = read(name)) {
      Files.copy(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile zip(Path file) throws BackupUnusable, IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (NoSuchFileException e) {
      throw new BackupUnusable(file + ": there is no such file; expected a backup");
    } catch (ZipException e) {
      throw new BackupUnusable(file + " is no backup, or its end is missing: " + e.getMessage());
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws BackupUnusable, IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new BackupUnusable(file + " is no backup: it has no " + Manifest.NAME);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Manifest.read(text)
          .orElseThrow(
              () ->
                  new BackupUnusable(
                      "is no backup: its " + Manifest.NAME + " is not of " + Manifest.FORMAT));
    } catch (BackupUnusable e) {
      throw new BackupUnusable(file + " " + e.getMessage());
    } catch (ZipException e) {
      throw new BackupUnusable(file + " is damaged at " + Manifest.NAME + ": " + e.getMessage());
    }
  }

  private void check() throws BackupUnusable, IOException {
    TreeSet<String> unknown = new TreeSet<>(Comparator.naturalOrder());
    try (Stream<? extends ZipEntry> entries = zip.stream()) {
      entries.map(ZipEntry::getName).forEach(unknown::add);
    }
    unknown.remove(Manifest.NAME);
    for (Manifest.Part part : manifest.parts()) {
      if (!unknown.remove(part.name())) {
        throw damaged(part, "it is missing");
      }
      check(part);
    }
    if (!unknown.isEmpty()) {
      throw new BackupUnusable(
          file + " is damaged: it holds «" + unknown.first() + "», which it does not name");
    }
  }

  private void check(Manifest.Part part) throws BackupUnusable, IOException {
    if (!NAME.matcher(part.name()).matches() || List.of(part.name().split("/")).contains("..")) {
      throw damaged(part, "that is no name of a part");
    }
    Sha256 digest = new Sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = read(part.name())) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        digest.add(buffer, 0, got);
      }
    } catch (ZipException | java.io.EOFException e) {
      throw damaged(part, String.valueOf(e.getMessage()));
    }
    String found = digest.hex();
    if (!found.equals(part.sha256())) {
      throw damaged(part, "expected SHA-256 " + part.sha256() + ", found " + found);
    }
  }

  private BackupUnusable damaged(Manifest.Part part, String why) {
    return new BackupUnusable(file + " is damaged at «" + part.name() + "»: " + why);
  }
}
