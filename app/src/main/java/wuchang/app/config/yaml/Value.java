package wuchang.app.config.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What stands at a key or in a list, with its place and the name by which faults call it. */
public final class Value {
  /** The label of keys. */
  static final String KEY = "the key";

  private final String label;
  private final boolean entry;
  private final Node node;
  private final Document document;

  Value(String label, Node node, Document document) {
    this(label, false, node, document);
  }

  private Value(String label, boolean entry, Node node, Document document) {
    this.label = label;
    this.entry = entry;
    this.node = node;
    this.document = document;
  }

  /** The key it stands at; an entry of a list is called by the list's key. */
  public String label() {
    return label;
  }

  public Place place() {
    return document.place(node);
  }

  /** Where relative paths start. */
  public Path folder() {
    return document.folder();
  }

  /** Notes that a file belongs to the one being read. */
  public void belongs(Path file) {
    document.faults().belongs(file);
  }

  public void fault(String text) {
    document.faults().add(place(), text);
  }

  public void warn(String text) {
    document.faults().warn(place(), text);
  }

  /** Whether nothing stands there, as after {@code key:} or {@code key: null}. */
  public boolean isEmpty() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  public boolean isText() {
    return node instanceof ScalarNode && !isEmpty();
  }

  /**
   * A text as it stands in the file, quoted and after a blank; nothing for anything else. What the
   * environment brings in is never shown.
   */
  public String shown() {
    return node instanceof ScalarNode scalar ? " " + Words.quoted(scalar.getValue()) : "";
  }

  /** Where it stands, when its key is not just the noun for it. */
  String where(String noun) {
    return label.equals(noun) || label.equals(KEY) ? "" : " in " + label;
  }

  /** The text with the environment's values in it; anything else but a text is a fault. */
  public Optional<String> text(String expected) {
    if (!(node instanceof ScalarNode scalar) || isEmpty()) {
      fault(label + " is " + what() + "; expected " + expected);
      return Optional.empty();
    }
    String text = scalar.getValue();
    return Expansion.isNeeded(text) ? Expansion.of(text, this, document) : Optional.of(text);
  }

  /** The entries of a list; nothing there is an empty list, anything else a fault. */
  public Optional<List<Value>> list() {
    if (node instanceof SequenceNode sequence) {
      return Optional.of(
          sequence.getValue().stream()
              .map(item -> new Value(label, true, item, document))
              .toList());
    }
    if (isEmpty()) {
      return Optional.of(List.of());
    }
    fault(label + " is " + what() + "; expected a list such as [a, b]");
    return Optional.empty();
  }

  /** The mapping; nothing there is one without keys, anything else a fault. */
  public Optional<Section> section(String expected) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Section(called(), mapping, document));
    }
    if (isEmpty()) {
      return Optional.of(Section.empty(called(), node, document));
    }
    fault(called() + " is " + what() + "; expected " + expected);
    return Optional.empty();
  }

  /** The mapping, if it is one, without any fault noted. */
  Optional<Section> mapping() {
    return node instanceof MappingNode mapping
        ? Optional.of(new Section(called(), mapping, document))
        : Optional.empty();
  }

  /** The entries of a list that are mappings, without any fault noted. */
  List<Section> sections() {
    return node instanceof SequenceNode
        ? list().orElse(List.of()).stream().map(Value::mapping).flatMap(Optional::stream).toList()
        : List.of();
  }

  private String called() {
    return entry ? "an entry of " + label : label;
  }

  private String what() {
    if (isEmpty()) {
      return "empty";
    }
    return switch (node.getNodeType()) {
      case SCALAR -> "a plain value";
      case SEQUENCE -> "a list";
      default -> "a mapping";
    };
  }
}
