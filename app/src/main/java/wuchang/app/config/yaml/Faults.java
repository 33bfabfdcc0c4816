package wuchang.app.config.yaml;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers what is found wrong while a file is read, so that one look names all of it; and the files
 * that it names to be read, too.
 */
public final class Faults {
  private final Set<Fault> faults = new LinkedHashSet<>();
  private final Set<Fault> warnings = new LinkedHashSet<>();
  private final Set<Path> files = new TreeSet<>();

  /** Notes a fault: the file cannot be used. */
  public void add(Place place, String text) {
    faults.add(new Fault(place, text));
  }

  /** Notes a warning: the file can be used, but probably says what was not meant. */
  public void warn(Place place, String text) {
    warnings.add(new Fault(place, text));
  }

  /** The faults, each once, from the top of the file to its end. */
  public List<Fault> faults() {
    return inOrder(faults);
  }

  /** The warnings, each once, from the top of the file to its end. */
  public List<Fault> warnings() {
    return inOrder(warnings);
  }

  /** Notes a file that belongs to this one. */
  void belongs(Path file) {
    files.add(file);
  }

  /** The files that belong to this one, each once. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  private static List<Fault> inOrder(Set<Fault> noted) {
    return noted.stream().sorted(Comparator.comparing(Fault::place)).toList();
  }
}
