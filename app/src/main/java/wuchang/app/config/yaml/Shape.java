package wuchang.app.config.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Looks at the events of a file before its nodes are built, so that building them is safe: nothing
 * is nested too deep, no alias refers to itself or unfolds into millions (the billion laughs), and
 * no tag asks for more than text, lists and mappings. One pass, memory in proportion to the depth
 * and the number of anchors.
 */
final class Shape {
  private static final int DEEPEST = 32;
  private static final long LARGEST = 500_000;
  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> TAGS =
      Set.of("str", "int", "float", "bool", "null", "map", "seq");

  /** A collection that is open: its anchor, and how many nodes came before it. */
  private record Open(Optional<Anchor> anchor, long before) {}

  private final Document document;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Long> sizes = new HashMap<>();
  private long nodes;
  private boolean safe = true;

  Shape(Document document) {
    this.document = document;
  }

  /** Whether nodes can be built of these events; the first reason against it is noted. */
  boolean isSafe(Iterable<Event> events) {
    for (Event event : events) {
      see(event);
      if (!safe) {
        return false;
      }
    }
    return true;
  }

  private void see(Event event) {
    if (event instanceof AliasEvent alias) {
      follow(alias);
    } else if (event instanceof CollectionStartEvent start) {
      checkTag(start, start.getTag());
      open.push(new Open(start.getAnchor(), nodes++));
      if (open.size() > DEEPEST) {
        refuse(event, "this is nested deeper than " + DEEPEST + " levels; expected a flatter file");
      }
    } else if (event instanceof CollectionEndEvent) {
      Open closed = open.pop();
      closed.anchor().ifPresent(anchor -> sizes.put(anchor, nodes - closed.before()));
    } else if (event instanceof ScalarEvent scalar) {
      checkTag(scalar, scalar.getTag());
      nodes++;
      scalar.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
    }
    if (nodes > LARGEST) {
      refuse(
          event, "the file unfolds into more than " + LARGEST + " values; expected fewer aliases");
    }
  }

  private void follow(AliasEvent alias) {
    Anchor anchor = alias.getAlias();
    if (open.stream().anyMatch(o -> o.anchor().equals(Optional.of(anchor)))) {
      refuse(
          alias,
          "the alias "
              + Words.quoted("*" + anchor.getValue())
              + " stands inside what it refers to; expected one of something else");
    }
    nodes += sizes.getOrDefault(anchor, 1L);
  }

  private void checkTag(NodeEvent event, Optional<String> tag) {
    tag.filter(name -> !name.equals("!") && !isCore(name))
        .ifPresent(
            name ->
                document
                    .faults()
                    .add(
                        placeOf(event),
                        "the tag "
                            + Words.quoted(name.replace(CORE, "!!"))
                            + " is not allowed; expected a value without"));
  }

  private static boolean isCore(String tag) {
    return tag.startsWith(CORE) && TAGS.contains(tag.substring(CORE.length()));
  }

  private void refuse(Event event, String reason) {
    safe = false;
    document.faults().add(placeOf(event), reason);
  }

  private Place placeOf(Event event) {
    return event.getStartMark().map(document::place).orElse(Place.startOf(document.file()));
  }
}
