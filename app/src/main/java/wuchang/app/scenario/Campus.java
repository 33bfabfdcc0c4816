package wuchang.app.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import wuchang.simulators.scenario.Canteens;

/**
 * Makes the configuration of several canteens of that of one: its areas, people and devices, and
 * who is on duty, are said again for each, with the canteen's number before every id.
 */
final class Campus {
  /** Lists that are said again, with the keys in their entries that name such ids. */
  private static final Map<String, Set<String>> REPEATED =
      Map.of(
          "people", Set.of("id", "areas"),
          "areas", Set.of("id", "responsible", "deputy", "contractor"),
          "devices", Set.of("id", "area", "gateway", "circuit"),
          "rota", Set.of("who"));

  private final Canteens canteens;

  Campus(Canteens canteens) {
    this.canteens = canteens;
  }

  /** The text for all of them. */
  String repeat(String one) {
    StringBuilder out = new StringBuilder();
    Tree.of(one).entries().forEach((key, tree) -> section(key, tree, out));
    return out.toString();
  }

  private void section(String key, Tree tree, StringBuilder out) {
    out.append(key).append(':');
    if (!REPEATED.containsKey(key) || !(tree instanceof Tree.Row row)) {
      out.append(' ');
      tree.flow(out);
      out.append("\n\n");
      return;
    }
    out.append('\n');
    for (int number = 0; number < canteens.count(); number++) {
      for (Tree item : row.items()) {
        out.append("  - ");
        of(number, item, REPEATED.get(key)).flow(out);
        out.append('\n');
      }
    }
    out.append('\n');
  }

  private Tree of(int number, Tree item, Set<String> ids) {
    if (!(item instanceof Tree.Branch branch)) {
      return item;
    }
    UnaryOperator<Tree> prefixed = tree -> prefixed(canteens.prefix(number), tree);
    Tree.Branch changed = branch;
    for (String id : ids) {
      changed = changed.with(id, prefixed);
    }
    return changed
        .with("card", card -> numbered("", card, String.valueOf(number + 1)))
        .with("name", name -> named(number, name));
  }

  private static Tree prefixed(String prefix, Tree tree) {
    if (tree instanceof Tree.Row row) {
      List<Tree> items = new ArrayList<>();
      row.items().forEach(item -> items.add(prefixed(prefix, item)));
      return new Tree.Row(items);
    }
    return numbered(prefix, tree, "");
  }

  private static Tree numbered(String before, Tree tree, String after) {
    return tree instanceof Tree.Leaf leaf
        ? new Tree.Leaf(before + leaf.text() + after, leaf.plain())
        : tree;
  }

  /** Names say the number too, in each language. */
  private static Tree named(int number, Tree name) {
    String before = (number + 1) + " · ";
    if (name instanceof Tree.Branch branch) {
      return branch
          .with("zh", zh -> numbered(before, zh, ""))
          .with("en", en -> numbered(before, en, ""));
    }
    return numbered(before, name, "");
  }
}
