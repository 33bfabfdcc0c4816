package wuchang.rules.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Explanation;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/**
 * One device judged over a past that comes in order of time, as {@link RuleEngine} would have
 * judged it live. Nothing can come late, so nothing is kept for it: memory does not grow with the
 * observations, only with the episodes found. Used by one thread at a time.
 *
 * <p>Of several values of one metric and instant the lowest counts: a past has no order of arrival
 * by which one of them could be the first.
 */
public final class Course {
  private final EpisodeLog log = new EpisodeLog();
  private final DeviceRules rules;
  private final Ledger ledger;
  private final Track track;
  private final List<Observation> instant = new ArrayList<>();
  private long at = Phase.FROZEN;
  private long contradictions;

  public Course(DeviceRules rules) {
    this(rules, Periods.NONE);
  }

  /**
   * A course that adds up evidence, too.
   *
   * @param periods over which
   */
  public Course(DeviceRules rules, Periods periods) {
    this(rules, periods, new Cells());
  }

  /** One of several courses that share what is the same on their devices. */
  public Course(DeviceRules rules, Periods periods, Cells cells) {
    this.rules = rules;
    this.ledger = new Ledger(rules, periods);
    Scribe scribe = new Scribe(rules.device(), log);
    this.track = new Track(rules, cells.of(rules), scribe, List.of(), ledger);
  }

  /**
   * Takes in the next observation of the device.
   *
   * @throws IllegalArgumentException when it is older than the one before
   */
  public void take(Observation observation) {
    long time = observation.time().toEpochMilli();
    if (time != at) {
      if (time < at) {
        throw new IllegalArgumentException(observation + " comes after " + at);
      }
      judge();
      at = time;
    }
    instant.add(observation);
  }

  /** The other devices of which its rules hear something. */
  public Set<DeviceId> around() {
    return rules.around();
  }

  /** Whether an observation of another device is looked at. */
  public boolean hears(Observation observation) {
    return rules.hears(observation);
  }

  /** Whether one of its rules wants records of a kind. */
  public boolean wants(RecordKind kind) {
    return rules.wants(kind);
  }

  /** Lets time pass up to and including an instant that is not before the last observation. */
  public void finish(Instant to) {
    judge();
    track.advance(to.toEpochMilli());
  }

  /** What was found so far, in the order in which it was found. */
  public List<Episode> episodes() {
    return log.all();
  }

  /**
   * Why a rule did or did not fire at an instant to which the course was finished.
   *
   * @throws java.util.NoSuchElementException when it is none of the rules
   */
  public Explanation explain(
      RuleId rule,
      Instant at,
      String version,
      Map<String, Quantity> parameters,
      List<Reading> readings) {
    int index = rules.indexOf(rule).orElseThrow();
    long instant = at.toEpochMilli();
    return new Explanation(
        rules.device(),
        rule,
        at,
        track.evidence(index, instant),
        version,
        parameters,
        new Inquiry(track, instant).into(index),
        readings,
        Optional.ofNullable(track.state().open[index]));
  }

  /** The evidence of every period up to the instant to which it was finished, oldest first. */
  public List<Coverage> coverage(Instant to) {
    List<Coverage> all = new ArrayList<>(ledger.changes(Phase.FROZEN));
    all.addAll(track.running(Phase.FROZEN, to.toEpochMilli()));
    return all;
  }

  /** How often a value was passed over because another of that metric and instant was lower. */
  public long contradictions() {
    return contradictions;
  }

  /** How often a rule looked at an observation. */
  public long evaluations() {
    return track.evaluations();
  }

  private void judge() {
    if (instant.isEmpty()) {
      return;
    }
    if (instant.size() > 1) {
      instant.sort(Course::compare);
      dropRepeated();
    }
    track.advance(at);
    track.take(instant);
    instant.clear();
  }

  private static int compare(Observation a, Observation b) {
    int byIdentity = Past.ORDER.compare(a, b);
    return byIdentity == 0 && a instanceof Reading x && b instanceof Reading y
        ? Double.compare(x.value(), y.value())
        : byIdentity;
  }

  /** Keeps the first of each identity. */
  private void dropRepeated() {
    for (int i = instant.size() - 1; i > 0; i--) {
      Observation one = instant.get(i - 1);
      Observation other = instant.get(i);
      if (Past.ORDER.compare(one, other) == 0) {
        contradictions += compare(one, other) == 0 ? 0 : 1;
        instant.remove(i);
      }
    }
  }
}
