package wuchang.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout for a machine without containers, put under another root. */
class InstallTest {
  @TempDir Path root;

  @Test
  void an_upgrade_leaves_the_configuration_as_it_is() throws Exception {
    Path built = buildLikeOurs();
    assertThat(install(built).output()).contains("Wuchang is installed");
    Path configuration = root.resolve("etc/wuchang/wuchang.yaml");
    assertThat(configuration).content().contains("data: /var/lib/wuchang");
    Files.writeString(configuration, "site: {id: mine}\n");
    Files.writeString(built.resolve("app/target/wuchang.jar"), "newer");

    assertThat(install(built).exit()).isZero();

    assertThat(configuration).hasContent("site: {id: mine}");
    assertThat(root.resolve("usr/share/wuchang/app/target/wuchang.jar")).hasContent("newer");
    assertThat(root.resolve("usr/share/wuchang.old")).doesNotExist();
    assertThat(root.resolve("usr/bin/wuchang").toRealPath())
        .isEqualTo(root.resolve("usr/share/wuchang/wuchang").toRealPath());
  }

  /**
   * Else systemd stops the embedded database in the same moment as the server that writes to it.
   */
  @Test
  void only_the_server_is_told_to_stop() throws Exception {
    assertThat(Shipped.read("systemd/wuchang.service")).contains("\nKillMode=mixed\n");
  }

  @Test
  void systemd_takes_the_unit_where_it_is_installed() throws Exception {
    assumeTrue(Shipped.installed("systemd-analyze").isPresent(), "systemd is not installed");
    Shipped.Ran ran =
        Shipped.run(
            Map.of(),
            "systemd-analyze",
            "verify",
            "--man=no",
            Shipped.DEPLOY.resolve("systemd/wuchang.service").toString());

    // The program it starts is not in its place here; everything else is to be right.
    assertThat(ran.output().lines())
        .allMatch(line -> line.isBlank() || line.contains("is not executable"));
  }

  /** What the script takes from a checkout, with a jar that need not run. */
  private Path buildLikeOurs() throws Exception {
    Path built = root.resolve("checkout");
    Files.createDirectories(built.resolve("app/target/lib"));
    Files.writeString(built.resolve("app/target/wuchang.jar"), "older");
    Files.createDirectories(built.resolve("docs"));
    Files.writeString(built.resolve("docs/operations.md"), "how");
    Files.createDirectories(built.resolve("deploy/systemd"));
    for (String file :
        new String[] {
          "wuchang", "wuchang.example.yaml", "deploy/install", "deploy/systemd/wuchang.service"
        }) {
      Files.copy(
          Shipped.ROOT.resolve(file),
          built.resolve(file),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    return built;
  }

  private Shipped.Ran install(Path built) throws Exception {
    return Shipped.run(
        Map.of("DESTDIR", root.toString()), built.resolve("deploy/install").toString());
  }
}
