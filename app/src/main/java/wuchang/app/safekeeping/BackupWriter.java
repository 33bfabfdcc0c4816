package wuchang.app.safekeeping;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wuchang.store.StoreStand;

/** Writes a backup, which is there under its name once it is whole, and its owner's alone. */
final class BackupWriter implements AutoCloseable {
  private final Path target;
  private final Path unfinished;
  private final ZipOutputStream zip;
  private final List<Manifest.Part> parts = new ArrayList<>();

  BackupWriter(Path target) throws IOException {
    this.target = target;
    this.unfinished = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(unfinished);
    OwnerOnly.file(unfinished);
    this.zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 18));
  }

  /** A part, to be written and closed before the next. */
  OutputStream part(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new Counted(name);
  }

  void part(String name, Path file) throws IOException {
    try (OutputStream part = part(name)) {
      Files.copy(file, part);
    }
  }

  /** Ends it: only now it takes the place of what was there. */
  void finish(String site, String madeAt, StoreStand store) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    String manifest = new Manifest(site, madeAt, store, parts).json();
    zip.write(manifest.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.close();
    try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(unfinished);
  }

  private final class Counted extends FilterOutputStream {
    private final String name;
    private final Sha256 digest = new Sha256();
    private long bytes;

    private Counted(String name) {
      super(zip);
      this.name = name;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      zip.write(buffer, from, length);
      digest.add(buffer, from, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      zip.closeEntry();
      parts.add(new Manifest.Part(name, bytes, digest.hex()));
    }
  }
}
