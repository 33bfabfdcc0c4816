package wuchang.app.self;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.alerts.notify.ChannelHealth.Dead;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.ingest.Flood;
import wuchang.journal.JournalState;

/**
 * What can be seen of the system at one look, and what is wrong with it. The limits are engineering
 * defaults: long before anything is lost, and longer than a restart of the database takes.
 *
 * @param trouble why nothing is taken in, if so
 * @param floods the devices that say far more than they are to
 * @param deadChannels the ways to tell people that lead nowhere
 */
public record Signs(
    JournalState journal, Optional<String> trouble, List<Flood> floods, List<Dead> deadChannels) {
  private static final Duration WAITS = Duration.ofMinutes(15);
  private static final Duration WAITS_LONG = Duration.ofHours(12);
  private static final double SHARE = 0.25;
  private static final double SHARE_LARGE = 0.6;

  private static final long MB = 1 << 20;

  /** A twentieth of the disk, but no less than 128 MB and no more than 1 GB. */
  private static final double DISK_SHARE = 0.05;

  private static final long DISK_LEAST = 128 * MB;
  private static final long DISK_MOST = 1024 * MB;

  /** What is wrong. */
  public List<Complaint> complaints(Instant now) {
    List<Complaint> complaints = new ArrayList<>();
    backlog(now).ifPresent(complaints::add);
    if (isDiskShort()) {
      Evidence free = Evidence.NONE.with("free", journal.diskFree() / MB);
      complaints.add(new Complaint(OwnRules.DISK, Severity.MAJOR, free));
    }
    trouble.ifPresent(
        why ->
            complaints.add(
                new Complaint(
                    OwnRules.STOPPED, Severity.CRITICAL, Evidence.NONE.with("reason", why))));
    if (!floods.isEmpty()) {
      Evidence who =
          Evidence.NONE.with("name", floods.get(0).device().value()).with("devices", floods.size());
      complaints.add(new Complaint(OwnRules.FLOOD, Severity.WARNING, who));
    }
    if (!deadChannels.isEmpty()) {
      Dead first = deadChannels.get(0);
      Evidence which =
          Evidence.NONE
              .with("name", first.channel())
              .with("channels", deadChannels.size())
              .with("reply", first.words());
      complaints.add(new Complaint(OwnRules.CHANNEL, Severity.MAJOR, which));
    }
    return complaints;
  }

  /** Whether the disk has so little left that people must be told. */
  public boolean isDiskShort() {
    long limit = (long) Math.min(DISK_MOST, Math.max(DISK_LEAST, journal.diskSize() * DISK_SHARE));
    return journal.diskSize() > 0 && journal.diskFree() < limit;
  }

  /** Whether the journal is on its way to its limit. */
  public boolean isJournalFilling() {
    return share() >= SHARE;
  }

  private double share() {
    return (double) journal.heldBytes() / journal.mostBytes();
  }

  private Optional<Complaint> backlog(Instant now) {
    double share = share();
    Duration waits =
        journal.waitingSince().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    if (waits.compareTo(WAITS) < 0 && share < SHARE) {
      return Optional.empty();
    }
    boolean much = waits.compareTo(WAITS_LONG) >= 0 || share >= SHARE_LARGE;
    Evidence evidence =
        Evidence.NONE
            .with("waiting", waits)
            .with("share", Math.round(share * 1000) / 10.0, Unit.PERCENT);
    return Optional.of(
        new Complaint(OwnRules.BACKLOG, much ? Severity.MAJOR : Severity.WARNING, evidence));
  }
}
