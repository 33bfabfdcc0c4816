package wuchang.app.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML text as a tree that can be changed and written again. */
sealed interface Tree {
  /** A text; plain ones stood without quotes. */
  record Leaf(String text, boolean plain) implements Tree {}

  record Row(List<Tree> items) implements Tree {
    public Row {
      items = List.copyOf(items);
    }
  }

  record Branch(Map<String, Tree> entries) implements Tree {
    /** The same with something else at a key, if it has that. */
    Branch with(String key, UnaryOperator<Tree> change) {
      Map<String, Tree> changed = new LinkedHashMap<>(entries);
      changed.computeIfPresent(key, (k, old) -> change.apply(old));
      return new Branch(changed);
    }

    /** What stands at a key that holds a list. */
    List<Tree> row(String key) {
      return entries.get(key) instanceof Row row ? row.items() : List.of();
    }
  }

  /** The tree of a text that has been read without fault before; its root is a mapping. */
  static Branch of(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .build();
    return (Branch) of(new Compose(settings).composeString(text).orElseThrow());
  }

  private static Tree of(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Tree> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), of(tuple.getValueNode()));
      }
      return new Branch(entries);
    }
    if (node instanceof SequenceNode sequence) {
      List<Tree> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(of(item)));
      return new Row(items);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Leaf(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
  }

  /** On one line, as YAML's flow style has it. */
  default void flow(StringBuilder out) {
    if (this instanceof Leaf leaf) {
      out.append(leaf.plain() && isSafe(leaf.text()) ? leaf.text() : quoted(leaf.text()));
    } else if (this instanceof Row row) {
      String before = "[";
      for (Tree item : row.items()) {
        out.append(before);
        item.flow(out);
        before = ", ";
      }
      out.append(row.items().isEmpty() ? "[]" : "]");
    } else if (this instanceof Branch branch) {
      String before = "{";
      for (Map.Entry<String, Tree> entry : branch.entries().entrySet()) {
        out.append(before).append(entry.getKey()).append(": ");
        entry.getValue().flow(out);
        before = ", ";
      }
      out.append(branch.entries().isEmpty() ? "{}" : "}");
    }
  }

  /** A plain text keeps its meaning inside brackets when nothing in it is YAML's. */
  private static boolean isSafe(String text) {
    return !text.isEmpty()
        && text.chars().noneMatch(c -> ",[]{}#&*!|>'\"%@`".indexOf(c) >= 0)
        && !text.contains(": ");
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
