package wuchang.rules.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Observation;

/**
 * Several devices heard as one over a past that comes in order of time: a {@link Course} that is
 * shown only what is needed of it, so that it costs next to nothing beside theirs.
 */
public final class Gathering {
  private final Ensemble ensemble;
  private final Course course;
  private @Nullable Observation shown;
  private @Nullable Observation waiting;

  /**
   * @param periods over which evidence is added up
   * @throws java.util.NoSuchElementException when the rules are those of a device by itself
   */
  public Gathering(DeviceRules rules, Periods periods) {
    this.ensemble = rules.ensemble().orElseThrow();
    this.course = new Course(rules, periods);
  }

  /** Takes in the next observation of a member. */
  public void take(Observation observation) {
    if (!ensemble.hears(observation)) {
      return;
    }
    Observation held = waiting;
    if (held != null && !isNeedless(held, observation)) {
      course.take(held);
      shown = held;
    }
    waiting = observation;
  }

  /** Lets time pass up to and including an instant. */
  public void finish(Instant to) {
    Optional.ofNullable(waiting).ifPresent(course::take);
    waiting = null;
    course.finish(to);
  }

  /** What was found so far. */
  public List<Episode> episodes() {
    return course.episodes();
  }

  /** The evidence of every period up to the instant to which it was finished. */
  public List<Coverage> coverage(Instant to) {
    return course.coverage(to);
  }

  private boolean isNeedless(Observation held, Observation after) {
    Observation before = shown;
    return before != null && !Ensemble.isOffline(held) && ensemble.isNeedless(before, after);
  }
}
