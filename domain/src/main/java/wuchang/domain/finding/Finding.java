package wuchang.domain.finding;

import java.util.Optional;

/** What changed about an episode. Stages downstream see nothing else of the rules. */
public sealed interface Finding {
  /** The episode as it stands after the change; a withdrawn one as it stood before. */
  Episode episode();

  /** A rule is broken, and was for as long as is tolerated. */
  record Breached(Episode episode) implements Finding {}

  /** An open episode reached a higher severity. */
  record Worsened(Episode episode) implements Finding {}

  /**
   * An episode that was found in history (not {@link Episode#live}) goes on now: the device has
   * caught up and still shows it. The episode is live from here on.
   */
  record Confirmed(Episode episode) implements Finding {}

  /** It is right again. */
  record Recovered(Episode episode) implements Finding {}

  /**
   * Late data changed the past: the episode named by {@code before} now reads as {@code after}, or
   * never was. A past that gains an episode gives {@link Breached}, and {@link Recovered} when it
   * is already over.
   */
  record Revised(Episode before, Optional<Episode> after) implements Finding {
    @Override
    public Episode episode() {
      return after.orElse(before);
    }
  }
}
