package wuchang.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import wuchang.app.cli.CommandFailure;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.CatalogueFault;

/**
 * Rules of a site's own: files in the form and with the names of the shipped ones, in a directory.
 */
public final class RulesDirectory {
  /** The environment variable that names the directory. */
  public static final String VARIABLE = "WUCHANG_RULES";

  private RulesDirectory() {}

  /** A catalogue with the rules of a directory besides. */
  public static Catalogue in(Path directory, Catalogue catalogue) throws CommandFailure {
    Catalogue all = catalogue;
    try {
      for (Path file : files(directory)) {
        all = all.with(file.getFileName().toString(), Files.readString(file));
      }
      return all;
    } catch (CatalogueFault e) {
      throw CommandFailure.invalid(List.of(directory + ": " + e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.wrongUse(VARIABLE + "=" + directory + " cannot be read: " + e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
