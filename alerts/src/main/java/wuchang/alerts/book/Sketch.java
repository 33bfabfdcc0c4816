package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;

/**
 * An alert being changed by one decision: the parts that can change, as plain fields. It never
 * leaves the decision; {@link #alert} gives the immutable result.
 */
final class Sketch {
  private final Alert before;
  AlertState state;
  Severity severity;
  Instant since;
  Instant raisedAt;
  Evidence evidence;
  boolean live;
  int level;
  Optional<Instant> resolvedAt;
  Optional<Instant> acknowledgedAt;
  Optional<PersonId> acknowledgedBy;
  Optional<Instant> promisedAt;
  Optional<PersonId> owner;
  Optional<Instant> closedAt;
  Optional<String> cause;
  Optional<AlertId> parent;
  List<AlertId> children;
  Optional<PersonId> offered;

  Sketch(Alert before) {
    this.before = before;
    state = before.state();
    severity = before.severity();
    since = before.since();
    raisedAt = before.raisedAt();
    evidence = before.evidence();
    live = before.live();
    level = before.level();
    resolvedAt = before.resolvedAt();
    acknowledgedAt = before.acknowledgedAt();
    acknowledgedBy = before.acknowledgedBy();
    promisedAt = before.promisedAt();
    owner = before.owner();
    closedAt = before.closedAt();
    cause = before.cause();
    parent = before.parent();
    children = before.children();
    offered = before.offered();
  }

  /** What an episode that goes on says: the severity only rises, and what is live stays live. */
  Sketch following(Episode episode) {
    severity = episode.severity().atLeast(severity) ? episode.severity() : severity;
    evidence = episode.evidence();
    live = live || episode.live();
    return this;
  }

  /** What an episode says that was judged anew: all of it, the past included. */
  Sketch rewritten(Episode episode) {
    severity = episode.severity();
    since = episode.since();
    raisedAt = episode.raisedAt();
    resolvedAt = episode.until();
    evidence = episode.evidence();
    live = live || episode.live();
    return this;
  }

  /** It is wrong again: the owner keeps it (首问负责), escalation starts over. */
  Sketch reopened() {
    state = owner.isPresent() ? AlertState.ACKNOWLEDGED : AlertState.OPEN;
    resolvedAt = Optional.empty();
    closedAt = Optional.empty();
    cause = Optional.empty();
    level = 1;
    return this;
  }

  /** It goes on with its owner, whose promise runs anew if it passed while it was quiet. */
  Sketch goesOn(Instant now) {
    if (promisedAt.filter(until -> !until.isAfter(now)).isPresent()) {
      promisedAt = asLong(acknowledgedAt, promisedAt, now);
    }
    return reopened();
  }

  /** It was closed, and who closed it may have gone home: whoever is on duty is told. */
  Sketch unowned() {
    owner = Optional.empty();
    acknowledgedAt = Optional.empty();
    acknowledgedBy = Optional.empty();
    promisedAt = Optional.empty();
    offered = Optional.empty();
    return this;
  }

  /** It came back after it was closed. */
  Sketch anew(Episode episode) {
    severity = episode.severity();
    evidence = episode.evidence();
    since = episode.since();
    raisedAt = episode.raisedAt();
    live = episode.live();
    children = List.of();
    return unowned().reopened();
  }

  /** It stays with the owner of another that stood for it, with as long a promise. */
  Sketch ownedAfter(Alert leader, Instant now) {
    state = AlertState.ACKNOWLEDGED;
    owner = leader.owner();
    acknowledgedBy = leader.owner();
    acknowledgedAt = Optional.of(now);
    promisedAt = asLong(leader.acknowledgedAt(), leader.promisedAt(), now);
    return this;
  }

  private static Optional<Instant> asLong(
      Optional<Instant> taken, Optional<Instant> promised, Instant now) {
    return promised
        .flatMap(until -> taken.map(from -> Duration.between(from, until)))
        .map(now::plus);
  }

  Sketch in(AlertState next) {
    state = next;
    return this;
  }

  Alert alert() {
    return new Alert(
        before.id(),
        before.rule(),
        before.device(),
        before.area(),
        before.principle(),
        severity,
        state,
        since,
        raisedAt,
        before.openedAt(),
        resolvedAt,
        acknowledgedAt,
        acknowledgedBy,
        promisedAt,
        owner,
        level,
        evidence,
        live,
        closedAt,
        cause,
        parent,
        children,
        offered);
  }
}
