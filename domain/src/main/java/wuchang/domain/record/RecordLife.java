package wuchang.domain.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states a record goes through, each a version of it. It begins in the first; what follows what
 * is said here, and so is how soon something must follow.
 *
 * @param next by state, the states that may follow it
 * @param due by state, how long it may stay so
 */
public record RecordLife(Map<String, List<String>> next, Map<String, Duration> due) {
  /** The name of the field that holds the state. */
  public static final String STATE = "state";

  /** The name of the field that says by when the state is to be left. */
  public static final String DUE = "due";

  public RecordLife {
    next = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(next));
    due = Map.copyOf(due);
  }

  public List<String> states() {
    return new ArrayList<>(next.keySet());
  }

  public String first() {
    return next.keySet().iterator().next();
  }

  /** Whether a state may follow another; a correction may leave it as it is. */
  public boolean allows(String from, String to) {
    return from.equals(to) || following(from).contains(to);
  }

  public Set<String> following(String state) {
    return Set.copyOf(next.getOrDefault(state, List.of()));
  }

  /** How long a record may stay in a state; empty when for ever. */
  public Optional<Duration> due(String state) {
    return Optional.ofNullable(due.get(state));
  }

  /** Whether nothing needs to follow. */
  public boolean isOver(String state) {
    return !due.containsKey(state);
  }
}
