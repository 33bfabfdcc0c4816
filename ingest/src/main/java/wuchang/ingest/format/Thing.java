package wuchang.ingest.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a message speaks of.
 *
 * @param names by which a source of the site may call it, the most exact first
 * @param model what it is sold as, if the message says so
 * @param quiet it is no matter when the site does not know it
 */
public record Thing(List<String> names, Optional<String> model, boolean quiet) {
  public Thing {
    names = List.copyOf(names);
  }

  /** One of these names; those that say nothing are left out. */
  static Thing named(String... names) {
    List<String> said = Arrays.stream(names).filter(name -> !name.isBlank()).distinct().toList();
    return new Thing(said, Optional.empty(), false);
  }

  Thing sold(String as) {
    return new Thing(names, Optional.of(as).filter(text -> !text.isBlank()), quiet);
  }

  Thing quietly() {
    return new Thing(names, model, true);
  }
}
