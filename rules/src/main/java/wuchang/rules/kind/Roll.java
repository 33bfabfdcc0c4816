package wuchang.rules.kind;

import java.util.Map;
import java.util.Optional;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;

/**
 * The people of a site as its gates know them: by id or by card.
 *
 * @param cards by card, the id of whose it is
 */
public record Roll(Map<String, Member> members, Map<String, String> cards) {
  /** No health certificate is known. */
  public static final long NONE = Long.MIN_VALUE;

  /**
   * Somebody who works here.
   *
   * @param certificateEnds when the health certificate is no longer valid, or {@link #NONE}
   * @param assigned whether the person works in the area behind the gate
   */
  public record Member(String id, long certificateEnds, boolean assigned) {}

  public Roll {
    members = Map.copyOf(members);
    cards = Map.copyOf(cards);
  }

  /** Who it was; empty for strangers and visitors. */
  Optional<Member> who(GateEvent event) {
    Member named = members.get(event.person());
    return Optional.ofNullable(
        named != null ? named : members.get(cards.getOrDefault(event.card(), "")));
  }

  /** Whether the site keeps health certificates at all. */
  boolean keepsCertificates() {
    return members.values().stream().anyMatch(member -> member.certificateEnds() != NONE);
  }

  /** Whether somebody was let in. A gate that does not say which way is taken to let in. */
  static boolean isEntry(Observation observation) {
    return observation instanceof GateEvent event
        && event.what() == GateEvent.What.GRANTED
        && !isExit(event);
  }

  static boolean isExit(GateEvent event) {
    return event.direction().equalsIgnoreCase("out") || event.direction().equalsIgnoreCase("exit");
  }
}
