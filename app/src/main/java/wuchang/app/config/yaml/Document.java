package wuchang.app.config.yaml;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The file being read and what goes with it.
 *
 * @param file as the user named it; stands at the head of every fault
 * @param folder where relative paths start
 * @param environment the value of an environment variable, if it is set
 */
public record Document(
    String file, Path folder, Function<String, Optional<String>> environment, Faults faults) {
  Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(Place.startOf(file));
  }

  Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
