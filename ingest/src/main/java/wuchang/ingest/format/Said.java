package wuchang.ingest.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Rejected.Reason;

/** One thing that a message says. */
public sealed interface Said {
  Thing thing();

  /** Values of one instant, to be read by a profile or the site's map. */
  record Values(Thing thing, When when, JsonNode body) implements Said {}

  /**
   * A LoRaWAN uplink, whose bytes may still have to be decoded.
   *
   * @param decoded where in {@code body} the values stand, or will stand
   */
  record Uplink(
      Thing thing, When when, ObjectNode body, JsonPointer decoded, byte[] bytes, int port)
      implements Said {}

  /** Something at a gate; what is not known is an empty text. */
  record Happening(Thing thing, When when, What what, Who who, String direction, String reason)
      implements Said {}

  /** Who was at a gate, and by what they were known. */
  record Who(String person, String card, String method) {
    static final Who NOBODY = new Who("", "", "");
  }

  /** The thing, or its gateway, says that something went wrong with it. */
  record Fault(Thing thing, Reason reason, String detail) implements Said {}

  /**
   * A description of a thing that could be configured.
   *
   * @param source an entry for {@code sources}, as YAML in one line
   */
  record Offer(Thing thing, String source) implements Said {}
}
