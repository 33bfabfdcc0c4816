package wuchang.app.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;

/**
 * A file of which only some of the outermost keys are kept. The other lines are emptied, not taken
 * out, so that every fault found in the rest has its true place.
 */
final class Kept {
  private final List<String> lines;

  /** First lines of the outermost keys, from 0, with the comments right above them. */
  private final NavigableMap<Integer, String> keys = new TreeMap<>();

  /**
   * @param root the same text, read; each key on a line of its own
   */
  Kept(String text, Section root) {
    this.lines = text.lines().toList();
    for (Map.Entry<Value, Value> entry : root.entries().entrySet()) {
      Value key = entry.getKey();
      int line = key.place().line() - 1;
      if (keys.put(line, key.text("a key").orElse("")) != null || key.place().column() != 1) {
        key.fault("this key shares its line; expected each outermost key on a line of its own");
      }
    }
  }

  /** The whole file with the lines of all other keys, and what stands before the first, empty. */
  String only(Predicate<String> wanted) {
    List<String> kept = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      Map.Entry<Integer, String> key = keys.floorEntry(belongsTo(line));
      kept.add(key != null && wanted.test(key.getValue()) ? lines.get(line) : "");
    }
    return String.join("\n", kept) + "\n";
  }

  boolean has(String key) {
    return keys.containsValue(key);
  }

  /** A comment right above a key belongs to it, not to the one before. */
  private int belongsTo(int line) {
    int at = line;
    while (at < lines.size() && lines.get(at).startsWith("#")) {
      at++;
    }
    return at > line && keys.containsKey(at) ? at : line;
  }
}
