package wuchang.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.app.cli.LauncherFixture.Ran;

/** When the launcher builds, and when it lets Maven be. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherBuildTest {
  @TempDir Path root;
  private LauncherFixture launcher;

  @BeforeEach
  void prepare() throws IOException {
    launcher = new LauncherFixture(root.toRealPath());
  }

  private long builds() throws IOException {
    return launcher.calls().stream().filter(call -> call.startsWith("mvn ")).count();
  }

  @Test
  void builds_what_is_not_built_once_and_talks_on_standard_error() throws Exception {
    Ran first = launcher.run("demo");
    Ran second = launcher.run("demo");

    assertThat(launcher.calls().get(0))
        .isEqualTo(
            "mvn -q -B -Dmaven.test.skip=true -pl app -am package in "
                + launcher.home
                + " with "
                + launcher.jdk()
                + " C.UTF-8");
    assertThat(first.err()).contains("wuchang: building", "maven talks");
    assertThat(first.out()).doesNotContain("maven").isEqualTo(second.out());
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "app/pom.xml", "app/src/main/java/A.java", "app/src/main/java"})
  void builds_again_when_something_is_newer(String newer) throws Exception {
    launcher.built();
    launcher.at(launcher.home.resolve(newer), 3000);

    launcher.run("demo");
    launcher.run("demo");

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void does_not_build_for_what_is_no_source() throws Exception {
    launcher.built();
    LauncherFixture.write(launcher.home.resolve("docs/new.md"), "new");
    LauncherFixture.write(launcher.home.resolve("app/src/test/java/ATest.java"), "new");
    launcher.at(launcher.home.resolve("wuchang"), 3000);

    launcher.run("demo");

    assertThat(builds()).isZero();
  }

  @Test
  void is_content_with_a_jar_that_looks_old() throws Exception {
    launcher.built();
    launcher.at(launcher.source(), 3000);
    launcher.mvn(
        "echo class > app/target/wuchang.jar; touch -t 200001010000 app/target/wuchang.jar");

    launcher.run("demo");
    launcher.run("demo");

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void sees_what_changed_while_it_was_building() throws Exception {
    launcher.mvn(
        "echo class > app/target/wuchang.jar; touch -t 203001010000 app/src/main/java/A.java");

    launcher.run("demo");
    launcher.run("demo");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void two_at_once_build_once() throws Exception {
    launcher.mvn("sleep 2; echo class > app/target/wuchang.jar");
    List<String> command = List.of(launcher.home.resolve("wuchang").toString(), "x");

    Process one = launcher.start(command);
    Process two = launcher.start(command);

    assertThat(one.waitFor()).isEqualTo(7);
    assertThat(two.waitFor()).isEqualTo(7);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_build_that_was_killed_is_in_nobodys_way() throws Exception {
    Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    gone.waitFor();
    LauncherFixture.write(launcher.home.resolve("app/target/.building/owner"), gone.pid() + "\n");

    assertThat(launcher.run("demo").exitCode()).isEqualTo(7);
    assertThat(builds()).isEqualTo(1);
    assertThat(launcher.home.resolve("app/target/.building")).doesNotExist();
  }

  @Test
  void a_failed_build_is_a_failure_and_is_tried_again() throws Exception {
    launcher.mvn("exit 1");

    assertThat(launcher.run("demo").exitCode()).isEqualTo(1);
    Ran again = launcher.run("demo");

    assertThat(again.err()).endsWith("wuchang: the build failed\n");
    assertThat(again.out()).isEmpty();
    assertThat(builds()).isEqualTo(2);
    assertThat(launcher.home.resolve("app/target/.building")).doesNotExist();
  }

  @Test
  void a_build_that_is_broken_off_leaves_no_jar_that_looks_new() throws Exception {
    launcher.built();
    launcher.at(launcher.source(), 3000);
    launcher.mvn("kill -TERM $PPID; exit 1");

    assertThat(launcher.run("demo").exitCode()).isNotZero().isNotEqualTo(7);

    assertThat(launcher.jar()).doesNotExist();
    assertThat(launcher.home.resolve("app/target/.building")).doesNotExist();
  }

  @Test
  void a_build_without_a_jar_is_a_failure() throws Exception {
    launcher.mvn("true");

    Ran ran = launcher.run("demo");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("the build made no");
  }

  @Test
  void says_what_is_missing_to_build() throws Exception {
    Files.delete(launcher.bin.resolve("mvn"));
    assertThat(launcher.run("demo").err()).contains("Maven is needed");

    launcher.mvn("true");
    Files.delete(launcher.jdk().resolve("bin/javac"));
    Ran ran = launcher.run("demo");
    assertThat(ran.err()).contains("a JDK is needed to build");
    assertThat(ran.exitCode()).isEqualTo(1);
  }

  @Test
  void runs_a_jar_without_sources_and_without_maven() throws Exception {
    launcher.built();
    Files.delete(launcher.home.resolve("pom.xml"));
    Files.delete(launcher.bin.resolve("mvn"));
    launcher.at(launcher.source(), 3000);

    assertThat(launcher.run("demo").exitCode()).isEqualTo(7);
  }
}
