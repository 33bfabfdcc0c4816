package wuchang.domain.record;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states of those records that have any. How soon each is to be left is a choice of ours. */
final class RecordLives {
  /** 报修→派工→处理→验收→回访 (DOMAIN.md A11); what was not accepted is done again. */
  private static final RecordLife REPAIR =
      life(
          Map.of(
              "reported", Duration.ofHours(2),
              "dispatched", Duration.ofHours(24),
              "handled", Duration.ofHours(24),
              "accepted", Duration.ofDays(7)),
          "reported: dispatched handled cancelled",
          "dispatched: handled cancelled",
          "handled: accepted dispatched",
          "accepted: followed_up dispatched",
          "followed_up:",
          "cancelled:");

  /** A23: answered, and asked again whether it helped. */
  private static final RecordLife FEEDBACK =
      life(
          Map.of("new", Duration.ofDays(3), "answered", Duration.ofDays(7)),
          "new: answered closed",
          "answered: closed new",
          "closed:");

  /** A21: the host agrees, or does not. */
  private static final RecordLife VISITOR =
      life(
          Map.of("registered", Duration.ofHours(1)),
          "registered: approved refused",
          "approved: left refused",
          "refused:",
          "left:");

  /** A25: what was put right is looked at again after a day. */
  private static final RecordLife RECTIFICATION =
      life(
          Map.of("open", Duration.ofDays(7), "closed", Duration.ofHours(24)),
          "open: closed",
          "closed: verified open",
          "verified: open");

  /** A6. */
  private static final RecordLife APPEAL =
      life(Map.of("filed", Duration.ofDays(7)), "filed: granted refused", "granted:", "refused:");

  private RecordLives() {}

  static Optional<RecordLife> of(RecordKind kind) {
    return switch (kind) {
      case REPAIR -> Optional.of(REPAIR);
      case FEEDBACK -> Optional.of(FEEDBACK);
      case VISITOR -> Optional.of(VISITOR);
      case CORRECTIVE_ACTION -> Optional.of(RECTIFICATION);
      case APPEAL -> Optional.of(APPEAL);
      default -> Optional.empty();
    };
  }

  private static RecordLife life(Map<String, Duration> due, String... states) {
    Map<String, List<String>> next = new LinkedHashMap<>();
    for (String state : states) {
      String[] parts = state.split(":", 2);
      String following = parts[1].strip();
      next.put(parts[0], following.isEmpty() ? List.of() : List.of(following.split(" ")));
    }
    return new RecordLife(next, due);
  }
}
