package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.config.yaml.Fault;

/**
 * The tables in {@code src/test/resources/faults}: a heading, a configuration, and all that is
 * found in it, each with line and column. A table of {@code ### faults} is the whole of the faults,
 * one of {@code ### warnings} means a valid file with exactly these warnings.
 */
class FaultTableTest {
  private static final String FAULTS = "### faults\n";
  private static final String WARNINGS = "### warnings\n";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicContainer> names_every_fault_with_its_place()
      throws IOException, URISyntaxException {
    Path tables = Path.of(FaultTableTest.class.getResource("/faults").toURI());
    List<DynamicContainer> containers = new ArrayList<>();
    try (Stream<Path> files = Files.list(tables)) {
      for (Path file : files.sorted().toList()) {
        containers.add(
            DynamicContainer.dynamicContainer(name(file), cases(Files.readString(file))));
      }
    }
    assertThat(containers).hasSizeGreaterThanOrEqualTo(9);
    return containers.stream();
  }

  private Stream<DynamicTest> cases(String table) {
    return Stream.of(("\n" + table).split("\n### (?!faults\n|warnings\n)"))
        .filter(part -> !part.isBlank())
        .map(
            part ->
                DynamicTest.dynamicTest(part.lines().findFirst().orElse(""), () -> check(part)));
  }

  private void check(String part) {
    String body = part.substring(part.indexOf('\n') + 1);
    boolean valid = body.contains(WARNINGS);
    String[] halves = body.split(valid ? WARNINGS : FAULTS, 2);
    Outcome outcome = new ConfigFolder(folder).read(halves[0]);
    List<Fault> found = valid ? outcome.warnings() : ConfigFolder.faults(outcome);

    assertThat(ConfigFolder.faults(outcome).isEmpty()).isEqualTo(valid);
    assertThat(found.stream().map(FaultTableTest::written))
        .containsExactlyElementsOf(halves[1].strip().lines().toList());
    assertThat(outcome.toString()).doesNotContain(ConfigFolder.SECRET);
  }

  private static String written(Fault fault) {
    return fault.toString().replaceFirst("^wuchang\\.yaml:", "");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
