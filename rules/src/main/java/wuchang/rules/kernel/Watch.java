package wuchang.rules.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;

/**
 * One device under watch: puts late observations in their place and judges again from there, keeps
 * ticks from running ahead of a device that is catching up, and tells news from history.
 */
final class Watch {
  /** How far ticks stay behind the clock, so that a message under way is not found missing. */
  private static final long PATIENCE = 2_000;

  /** After so long without a message a device that lags is no longer catching up. */
  private static final long QUIET = 30_000;

  /** What is found in the past is told when no more of it has come for so long … */
  private static final long SETTLED = 2_000;

  /** … or when it has been kept back for so long. */
  private static final long KEPT_BACK = 60_000;

  /** No day or shift lasts longer. */
  private static final long LONGEST_PERIOD = Duration.ofHours(26).toMillis();

  private final DeviceRules rules;
  private final EpisodeLog log = new EpisodeLog();
  private final Scribe scribe;
  private final Ledger ledger;
  private final Track track;
  private final Past past;
  private final Newest newest = new Newest();
  private Instant reportFrom = Instant.MIN;
  private long coverFrom = Phase.FROZEN;
  private long knownFrom = Phase.FROZEN;
  private long taken;
  private long judgedTo = Phase.FROZEN;
  private long lastArrival;
  private long lastReport;
  private boolean lastIsReplay;

  Watch(
      DeviceRules rules,
      Cell[] cells,
      int most,
      long now,
      List<Episode> standing,
      Periods periods) {
    this.rules = rules;
    this.ledger = new Ledger(rules, periods);
    this.scribe = new Scribe(rules.device(), log);
    this.track = new Track(rules, cells, scribe, standing, ledger);
    this.past = new Past(track.state(), most, rules.ensemble());
    this.lastArrival = now;
    this.lastReport = now;
  }

  /**
   * Judges what is known again after a start, and tells what differs from what was told before.
   *
   * @param told the episodes told before the start that are open, or began after {@code from}
   * @param from what began before was judged before the start and is not reported again
   */
  List<Finding> rebuild(List<Observation> history, List<Episode> told, Instant from, long now) {
    told.forEach(log::told);
    reportFrom = from;
    enter(history, now);
    told.stream().mapToLong(e -> e.raisedAt().toEpochMilli()).max().ifPresent(this::advance);
    List<Finding> findings = log.changes(reportFrom);
    reportFrom = Instant.MIN;
    return findings;
  }

  /** Takes in what arrived, in any order; gives what changed. */
  List<Finding> take(List<Observation> arrived, long now) {
    lastArrival = now;
    enter(arrived, now);
    confirm(now);
    return report(now);
  }

  /** Lets time pass. */
  List<Finding> tick(long now) {
    long target = now - PATIENCE;
    if (isCatchingUp(now) || !track.hasBegun() && target < rules.expectedFrom()) {
      return report(now);
    }
    if (track.nextDue() > target && log.isQuiet() && track.hasBegun()) {
      return List.of();
    }
    scribe.liveFrom(now - rules.maxGap());
    advance(target);
    confirm(now);
    return report(now);
  }

  /** Whether something was found that has not been told yet. */
  boolean keepsBack() {
    return log.hasChanges();
  }

  /** Whether an observation is older than what can be judged again from memory. */
  boolean isTooLate(Observation observation) {
    return isTooLate(observation.time().toEpochMilli());
  }

  private boolean isTooLate(long at) {
    return at < knownFrom || past.hasForgotten(at);
  }

  List<Observation> held() {
    return past.all();
  }

  /** From when on the past is still judged anew; long ago when nothing was forgotten. */
  Instant remembers() {
    return Instant.ofEpochMilli(Math.max(0, Math.max(knownFrom, past.remembers())));
  }

  /**
   * Before an instant only some of what was said may be known here: what comes from then would seem
   * to have silence around it.
   */
  void knownFrom(Instant from) {
    knownFrom = from.toEpochMilli();
  }

  /** Leaves out the periods that began before an instant: too little is known of them. */
  void coverFrom(Instant from) {
    coverFrom = from.toEpochMilli();
  }

  /** The evidence of the periods that are over and have changed since the last call. */
  List<Coverage> coverage() {
    return ledger.hasChanges() ? ledger.changes(coverFrom) : List.of();
  }

  /** The evidence of the periods that go on, up to where the last tick let time pass. */
  List<Coverage> running(long now) {
    long judged = track.state().at;
    return track.running(coverFrom, isCatchingUp(now) ? judged : Math.max(now - PATIENCE, judged));
  }

  DeviceState state(long now) {
    Map<RuleId, EvidenceState> states = new HashMap<>();
    List<EvidenceState> counted = new ArrayList<>();
    for (int i = 0; i < rules.rules().size(); i++) {
      EvidenceState evidence = track.evidence(i, Math.max(now, track.state().at));
      states.put(rules.rules().get(i).id(), evidence);
      if (!track.isBesideThePoint(i)) {
        counted.add(evidence);
      }
    }
    EvidenceState overall = EvidenceState.overall(counted);
    return new DeviceState(rules.device(), overall, states, newest.readings());
  }

  List<Episode> episodes() {
    return log.all();
  }

  long evaluations() {
    return track.evaluations();
  }

  private void enter(List<Observation> arrived, long now) {
    long earliest = Kind.NEVER;
    List<Observation> heard =
        rules.ensemble().isPresent() ? rules.ensemble().get().thinned(arrived) : arrived;
    for (Observation observation : heard) {
      long at = observation.time().toEpochMilli();
      if (!isTooLate(at) && past.insert(observation)) {
        earliest = Math.min(earliest, at);
        note(observation);
      }
    }
    if (earliest == Kind.NEVER) {
      return;
    }
    scribe.liveFrom(lastIsReplay ? Kind.NEVER : now - rules.maxGap());
    boolean late = earliest <= track.state().at;
    if (late) {
      rewind(earliest);
    }
    fold();
    if (late && !isCatchingUp(now)) {
      track.advance(judgedTo);
    }
    past.thin();
    taken = past.end();
    past.trim().ifPresent(this::forgetBefore);
  }

  private void forgetBefore(long instant) {
    log.forgetBefore(instant);
    // What began before, and goes on, is still told apart from what was before it.
    ledger.forgetBefore(instant - LONGEST_PERIOD);
  }

  private void rewind(long earliest) {
    Past.Checkpoint checkpoint = past.before(earliest).orElseThrow();
    past.rewind(checkpoint);
    log.rewind(checkpoint.at(), checkpoint.state().open);
    track.restore(checkpoint.state());
    taken = checkpoint.taken();
  }

  /** Folds what has not been taken in, instant by instant. */
  private void fold() {
    List<Observation> open = past.from(taken);
    if (open.size() == 1) {
      judge(open);
      return;
    }
    for (int i = 0; i < open.size(); ) {
      int end = i + 1;
      Instant at = open.get(i).time();
      while (end < open.size() && open.get(end).time().equals(at)) {
        end++;
      }
      judge(open.subList(i, end));
      i = end;
    }
  }

  /** Takes in the observations of the next instant. */
  private void judge(List<Observation> instant) {
    track.advance(instant.get(0).time().toEpochMilli());
    track.take(instant);
    taken += instant.size();
    past.passed(track.state(), taken);
  }

  private void advance(long to) {
    judgedTo = Math.max(judgedTo, to);
    track.advance(judgedTo);
  }

  private void note(Observation observation) {
    if (rules.ensemble().isPresent()) {
      // One device that hands in its past says nothing of the others.
      lastIsReplay = false;
      return;
    }
    if (observation instanceof BookEntry || observation.device().equals(rules.device())) {
      lastIsReplay = observation.provenance().replay();
      newest.note(observation);
    }
  }

  /**
   * What is to be told now. The past of a device that sends it all at once comes in some disorder:
   * silence would be found and withdrawn again and again. It is history, and can wait.
   */
  private List<Finding> report(long now) {
    if (isCatchingUp(now) && now - lastArrival < SETTLED && now - lastReport < KEPT_BACK) {
      return List.of();
    }
    lastReport = now;
    return log.changes(reportFrom);
  }

  private boolean isCatchingUp(long now) {
    long observed = track.state().observed;
    return now - lastArrival < QUIET && observed != Phase.FROZEN && observed < now - rules.maxGap();
  }

  /** Episodes found in history become news when the device shows now that they go on. */
  private void confirm(long now) {
    List<Episode> history = log.openHistory();
    if (history.isEmpty() || lastIsReplay && now - lastArrival < QUIET) {
      return;
    }
    long at = Math.max(now - PATIENCE, track.state().at);
    for (Episode episode : history) {
      rules
          .indexOf(episode.rule())
          .ifPresent(
              rule -> {
                if (!isCatchingUp(now) && track.isWrong(rule, at)) {
                  Episode live = episode.confirmed();
                  track.state().open[rule] = live;
                  log.put(live);
                }
              });
    }
  }
}
