package wuchang.app.config.yaml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping, read key by key. It remembers which keys were asked for: these are the known ones, so
 * {@link #close} can name every other key, and the known key it was probably meant to be.
 */
public final class Section {
  private final String label;
  private final Node node;
  private final Document document;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Value> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Section(String label, MappingNode mapping, Document document) {
    this(label, (Node) mapping, document);
    mapping.getValue().forEach(this::enter);
  }

  private Section(String label, Node node, Document document) {
    this.label = label;
    this.node = node;
    this.document = document;
  }

  static Section empty(String label, Node node, Document document) {
    return new Section(label, node, document);
  }

  /** What stands at the key, if anything is said of it. */
  public Optional<Value> value(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  /** What an optional key means; empty too when it was refused, which is noted. */
  public <T> Optional<T> get(String key, Form<T> form) {
    return value(key).flatMap(form::read);
  }

  /** What an optional key means, or what holds without it. */
  public <T> T get(String key, Form<T> form, T otherwise) {
    return get(key, form).orElse(otherwise);
  }

  /** What a key means that must be there. */
  public <T> Optional<T> need(String key, Form<T> form) {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      lacks(key, form.expected());
    }
    return value.flatMap(form::read);
  }

  /** Notes that a key is missing. */
  public void lacks(String key, String expected) {
    fault(label + " lacks «" + key + "»; expected " + expected);
  }

  /** Every key with its value, for mappings whose keys are names; all of them count as asked. */
  public Map<Value, Value> entries() {
    leaveRest();
    Map<Value, Value> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(keys.get(key), value));
    return entries;
  }

  /** Counts the other keys as asked for, when it cannot be said whether they are right. */
  public void leaveRest() {
    asked.addAll(values.keySet());
  }

  /** A first look at the entries of a list: no fault is noted of them. */
  public List<Section> peek(String key) {
    return Optional.ofNullable(values.get(key)).map(Value::sections).orElse(List.of());
  }

  /** A first look at a mapping: no fault is noted of it. */
  public Optional<Section> peekSection(String key) {
    return Optional.ofNullable(values.get(key)).flatMap(Value::mapping);
  }

  /** A first look at a text: no fault is noted of it. */
  public Optional<Value> peekText(String key) {
    return Optional.ofNullable(values.get(key)).filter(Value::isText);
  }

  public Place place() {
    return document.place(node);
  }

  /** A fault of the mapping as a whole. */
  public void fault(String text) {
    document.faults().add(place(), text);
  }

  /** Notes each key that was never asked for. To be called when all known keys have been. */
  public void close() {
    values.keySet().stream().filter(key -> !asked.contains(key)).forEach(this::unknown);
  }

  private void unknown(String key) {
    Value at = keys.get(key);
    String known = asked.isEmpty() ? "no key" : "one of " + String.join(" ", asked);
    at.fault(
        "unknown key "
            + Words.quoted(key)
            + Words.meant(key, asked)
            + "; expected in "
            + label
            + " "
            + known);
  }

  private void enter(NodeTuple tuple) {
    Value at = new Value(Value.KEY, tuple.getKeyNode(), document);
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      at.fault("this key is no plain word; expected a plain word");
      return;
    }
    String key = scalar.getValue();
    Optional<Value> first = Optional.ofNullable(keys.putIfAbsent(key, at));
    first.ifPresentOrElse(
        f ->
            at.fault(
                "the key "
                    + Words.quoted(key)
                    + " stands here again; expected it once, as on line "
                    + f.place().line()),
        () -> values.put(key, new Value(key, tuple.getValueNode(), document)));
  }
}
