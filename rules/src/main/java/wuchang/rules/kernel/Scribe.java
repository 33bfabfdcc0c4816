package wuchang.rules.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wuchang.domain.DeviceId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;

/** Writes what the tiers of one device do into its episodes. */
final class Scribe {
  private final DeviceId device;
  private final EpisodeLog log;
  private long liveFrom = Kind.NEVER;

  Scribe(DeviceId device, EpisodeLog log) {
    this.device = device;
    this.log = log;
  }

  /** What is raised from this instant on is news; what is raised before was found in history. */
  void liveFrom(long instant) {
    liveFrom = instant;
  }

  /** An episode that was told before a restart and has not ended. */
  void standing(Episode episode) {
    log.put(episode);
  }

  /** A tier fires: a new episode, or a higher severity of the open one. */
  Episode raised(
      Rule rule, Tier<?> tier, Phase.Firing firing, @Nullable Episode open, Evidence evidence) {
    Instant at = Instant.ofEpochMilli(firing.raisedAt());
    Severity severity = rule.severity(tier, firing.raisedAt());
    if (open != null && open.severity().atLeast(severity)) {
      return open;
    }
    Episode.Step step = new Episode.Step(severity, at);
    Episode episode =
        open == null ? opened(rule, tier, firing, step, evidence) : open.worsened(step, evidence);
    log.put(episode);
    return episode;
  }

  /** The last tier of a rule is calm again. */
  void recovered(Episode episode, long until) {
    log.put(episode.ended(Instant.ofEpochMilli(until)));
  }

  private Episode opened(
      Rule rule, Tier<?> tier, Phase.Firing firing, Episode.Step step, Evidence evidence) {
    long tolerate = tier.hold().tolerate();
    // What is certain does not wait for as long as is tolerated.
    long waited = firing.raisedAt() - firing.since();
    long frozen = tolerate == 0 ? 0 : Math.max(0, waited - tolerate);
    return new Episode(
        rule.id(),
        device,
        step.severity(),
        Instant.ofEpochMilli(firing.since()),
        step.at(),
        Optional.empty(),
        evidence,
        List.of(step),
        Duration.ofMillis(frozen),
        firing.raisedAt() >= liveFrom);
  }
}
