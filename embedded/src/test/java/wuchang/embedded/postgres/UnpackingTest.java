package wuchang.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @TempDir Path parent;

  @Test
  void programs_stay_programs_and_links_stay_links() throws IOException {
    Path home = parent.resolve("home");

    Unpacking.of(archive("bin/run"), home);

    assertThat(home.resolve("bin/run")).isExecutable().hasContent("content");
    assertThat(home.resolve("bin/link")).isSymbolicLink().hasContent("content");
  }

  @Test
  void two_at_once_leave_one_whole_copy_and_nothing_else() throws IOException {
    Path home = parent.resolve("home");
    byte[] archive = archive("bin/run").readAllBytes();
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> unpack(archive, home));
    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> unpack(archive, home));

    CompletableFuture.allOf(one, two).join();

    assertThat(home.resolve("bin/run")).hasContent("content");
    try (Stream<Path> files = Files.list(parent)) {
      assertThat(files).containsExactly(home);
    }
  }

  @Test
  void what_a_killed_unpacker_has_left_is_removed_and_nobody_elses() throws IOException {
    // No system gives out this process number.
    Path dead = Files.createDirectories(parent.resolve("home.new-999999999-1"));
    long pid = ProcessHandle.current().pid();
    Path alive = Files.createDirectories(parent.resolve("home.new-" + pid + "-1"));
    Path other = Files.createDirectories(parent.resolve("other.new-999999999-1"));

    Unpacking.of(archive("bin/run"), parent.resolve("home"));

    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    assertThat(other).exists();
  }

  @Test
  void an_archive_that_points_outside_is_refused() throws IOException {
    ByteArrayInputStream archive = archive("../../outside");

    assertThatThrownBy(() -> Unpacking.of(archive, parent.resolve("home")))
        .hasMessageContaining("../../outside");
    assertThat(parent).isEmptyDirectory();
  }

  private static void unpack(byte[] archive, Path home) {
    try {
      Unpacking.of(new ByteArrayInputStream(archive), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream archive(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      TarArchiveEntry file = new TarArchiveEntry(name);
      file.setSize(content.length);
      file.setMode(0755);
      tar.putArchiveEntry(file);
      tar.write(content);
      tar.closeArchiveEntry();
      TarArchiveEntry link = new TarArchiveEntry("bin/link", TarConstants.LF_SYMLINK);
      link.setLinkName("run");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
