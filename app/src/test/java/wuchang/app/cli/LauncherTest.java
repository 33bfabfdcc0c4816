package wuchang.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.app.cli.LauncherFixture.Ran;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  @TempDir Path root;
  private LauncherFixture launcher;

  @BeforeEach
  void prepare() throws IOException {
    launcher = new LauncherFixture(root.toRealPath());
  }

  private static List<String> arguments(Ran ran) {
    return ran.out().lines().map(line -> line.substring(1, line.length() - 1)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/usr/bin/dash", "/bin/bash", "/usr/bin/busybox"})
  void becomes_java_with_its_arguments_and_exit_code(String shell) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not on this machine");
    launcher.built();
    List<String> command = new ArrayList<>(List.of(shell));
    if (shell.endsWith("busybox")) {
      command.add("sh");
    }
    String script = launcher.home.resolve("wuchang").toString();
    command.addAll(List.of(script, "demo", "a b", "*", "", "$HOME", "it's"));

    Ran ran = launcher.run(command);

    assertThat(ran.exitCode()).isEqualTo(7);
    assertThat(ran.err()).isEmpty();
    assertThat(arguments(ran))
        .containsSequence(
            "-jar", launcher.jar().toString(), "demo", "a b", "*", "", "$HOME", "it's")
        .endsWith("it's");
    assertThat(launcher.calls()).singleElement().asString().startsWith("java ");
  }

  @Test
  void works_through_symbolic_links_of_links_from_elsewhere() throws Exception {
    launcher.built();
    Path far = Files.createDirectories(root.resolve("far/away"));
    Files.createSymbolicLink(far.resolve("w1"), Path.of("../../a house 'of' 5/wuchang"));
    Files.createSymbolicLink(root.resolve("w2"), far.resolve("w1"));

    Ran ran = launcher.run(List.of("/bin/sh", "./w2", "x"));

    assertThat(arguments(ran)).endsWith("-jar", launcher.jar().toString(), "x");
  }

  @Test
  void is_not_led_astray_by_cdpath() throws Exception {
    launcher.built();

    Ran ran =
        launcher
            .with("CDPATH", root.toRealPath().toString())
            .run(List.of("/bin/sh", launcher.home.getFileName() + "/wuchang", "x"));

    assertThat(arguments(ran)).endsWith("-jar", launcher.jar().toString(), "x");
  }

  @Test
  void prefers_java_home() throws Exception {
    launcher.built();
    Path java = root.toRealPath().resolve("my jdk/bin/java");
    LauncherFixture.write(java, "");
    launcher.java(java, "21");

    launcher.with("JAVA_HOME", root.toRealPath().resolve("my jdk").toString()).run("demo");

    assertThat(launcher.calls()).singleElement().asString().startsWith("java " + java);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.2", "9", "16-ea"})
  void passes_over_a_java_that_is_too_old(String version) throws Exception {
    launcher.built();
    Path old = root.toRealPath().resolve("old/bin/java");
    LauncherFixture.write(old, "");
    launcher.java(old, version);

    launcher.with("JAVA_HOME", root.toRealPath().resolve("old").toString()).run("demo");

    assertThat(launcher.calls())
        .singleElement()
        .asString()
        .contains("/bin/java")
        .doesNotContain("old");
  }

  @Test
  void says_which_java_it_found_when_none_will_do() throws Exception {
    launcher.built();
    launcher.java(launcher.bin.resolve("java"), "1.8.0_392");

    Ran ran = launcher.run("demo");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err().lines())
        .containsExactly(
            "wuchang: no JDK 17 or newer found: set JAVA_HOME or put its java on PATH; "
                + launcher.bin.resolve("java")
                + " is 8");
  }

  @Test
  void says_so_when_there_is_no_java_at_all() throws Exception {
    launcher.built();
    Files.delete(launcher.bin.resolve("java"));

    Ran ran = launcher.with("JAVA_HOME", "/nowhere").run("demo");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("no JDK 17 or newer found").doesNotContain(";");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, false, false", "21, false, false", "22.0.1, true, false", "25, true, true"})
  void gives_new_javas_the_options_only_they_know(String version, boolean named, boolean unsafe)
      throws Exception {
    launcher.built();
    launcher.java(launcher.bin.resolve("java"), version);

    List<String> arguments = arguments(launcher.run("demo"));

    assertThat(arguments.contains("--enable-native-access=ALL-UNNAMED")).isEqualTo(named);
    assertThat(arguments.contains("--sun-misc-unsafe-memory-access=allow")).isEqualTo(unsafe);
  }

  @ParameterizedTest
  @CsvSource({"serve, -Xms32m", "demo, -Xms32m", "simulate, -Xms256m", "backtest, -Xms256m"})
  void begins_small_what_stays_and_larger_what_ends(String command, String heap) throws Exception {
    launcher.built();

    assertThat(arguments(launcher.run(command))).contains(heap);
    assertThat(arguments(launcher.with("WUCHANG_JAVA_OPTS", "-Xmx64m").run(command)))
        .contains("-Xms32m");
  }

  @Test
  void is_modest_with_memory_unless_told_otherwise() throws Exception {
    launcher.built();

    assertThat(arguments(launcher.run("demo"))).contains("-XX:+UseSerialGC", "-Xmx512m");
    assertThat(arguments(launcher.with("WUCHANG_JAVA_OPTS", "-Xmx1g  b*").run("demo")))
        .containsSequence("-Xmx1g", "b*", "-jar")
        .contains("-XX:+UseSerialGC");
    assertThat(arguments(launcher.with("WUCHANG_JAVA_OPTS", "-XX:+UseG1GC").run("demo")))
        .doesNotContain("-XX:+UseSerialGC");
    assertThat(arguments(launcher.with("WUCHANG_JAVA_OPTS", "-XX:MaxRAMPercentage=50").run("demo")))
        .doesNotContain("-Xmx512m");
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL, C, C.UTF-8",
    "LANG, POSIX, C.UTF-8",
    "LANG, zh_CN.UTF-8, ''",
    "LC_ALL, en_US.utf8, en_US.utf8"
  })
  void names_are_utf8_whatever_the_locale(String variable, String locale, String given)
      throws Exception {
    launcher.built();

    launcher.with(variable, locale).run("demo");

    assertThat(launcher.calls())
        .containsExactly("java " + launcher.bin.resolve("java") + " " + given);
  }
}
