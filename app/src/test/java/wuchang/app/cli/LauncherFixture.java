package wuchang.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A project of three files with the real launcher in it, and a PATH on which nothing is real but
 * the few tools that the launcher may use: {@code java} and {@code mvn} are scripts that write down
 * how they were called.
 */
final class LauncherFixture {
  private static final List<String> TOOLS =
      List.of("cat", "dirname", "find", "head", "mkdir", "readlink", "rm", "sed", "sleep", "touch");

  /** What came of a run: the exit code, and what was written where. */
  record Ran(int exitCode, String out, String err) {}

  private final Path root;
  final Path home;
  final Path bin;
  private final Map<String, String> environment = new TreeMap<>();

  LauncherFixture(Path root) throws IOException {
    this.root = root;
    this.home = Files.createDirectories(root.resolve("a house 'of' 5"));
    this.bin = Files.createDirectories(root.resolve("bin"));
    Files.copy(launcher(), home.resolve("wuchang"));
    executable(home.resolve("wuchang"));
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("app/pom.xml"), "<project/>");
    write(source(), "class A {}");
    for (String tool : TOOLS) {
      write(bin.resolve(tool), "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
      executable(bin.resolve(tool));
    }
    java(bin.resolve("java"), "17.0.15");
    mvn("echo class > \"$PWD/app/target/wuchang.jar\"");
    environment.put("PATH", bin.toString());
    environment.put("CALLS", root.resolve("calls").toString());
  }

  /** The launcher of this project. */
  static Path launcher() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("wuchang"))) {
      folder = folder.getParent();
    }
    return folder.resolve("wuchang");
  }

  Path source() {
    return home.resolve("app/src/main/java/A.java");
  }

  Path jar() {
    return home.resolve("app/target/wuchang.jar");
  }

  LauncherFixture with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Writes a java that says it is of this version and otherwise writes its arguments down. */
  void java(Path java, String version) throws IOException {
    write(
        java,
        """
        #!/bin/sh
        case $1 in
          -version) echo "Picked up JAVA_TOOL_OPTIONS: -Dx" >&2; echo 'openjdk version "%s" 2026-01-01' >&2; exit 0 ;;
          -XshowSettings:properties) echo '    java.home = %s' >&2; exit 0 ;;
        esac
        echo "java $0 ${LC_ALL:-}" >> "$CALLS"
        for argument in "$@"; do printf '<%%s>\\n' "$argument"; done
        exit 7
        """
            .formatted(version, jdk()));
    executable(java);
  }

  /** Writes a mvn that writes its arguments down, talks, and does something. */
  void mvn(String does) throws IOException {
    write(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo "mvn $* in $PWD with $JAVA_HOME ${LC_ALL:-}" >> "$CALLS"
        echo "maven talks"
        %s
        """
            .formatted(does));
    executable(bin.resolve("mvn"));
    write(jdk().resolve("bin/javac"), "#!/bin/sh\n");
    executable(jdk().resolve("bin/javac"));
  }

  Path jdk() {
    return root.resolve("jdk");
  }

  /** A jar that is newer than all its sources. */
  void built() throws IOException {
    write(jar(), "class");
    for (Path old : List.of(home.resolve("pom.xml"), home.resolve("app/pom.xml"), source())) {
      for (Path path = old; !path.equals(root); path = path.getParent()) {
        at(path, 1000);
      }
    }
    at(jar(), 2000);
  }

  void at(Path path, long epochSecond) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(epochSecond)));
  }

  List<String> calls() throws IOException {
    Path calls = root.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Ran run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("wuchang").toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  Ran run(List<String> command) throws IOException, InterruptedException {
    Process process = start(command);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher hangs: " + out);
    }
    return new Ran(process.exitValue(), out, Files.readString(root.resolve("err")));
  }

  Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.directory(root.toFile()).redirectError(root.resolve("err").toFile()).start();
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path tool(String name) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no " + name));
  }
}
