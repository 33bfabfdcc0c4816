package wuchang.rules.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;

/**
 * The rules of one device, folded over what it says: let time pass to the new instant under the old
 * memory, remember, look. So ticks decide how soon a breach is seen, never whether or since when.
 */
final class Track {
  /** Marks a tier that has remembered something and has not looked yet. */
  private static final long TOUCHED = Long.MIN_VALUE;

  private static final int[] NOBODY = {};

  private final DeviceRules rules;
  private final Cell[] cells;
  private final Map<Object, int[]> interested = new HashMap<>();
  private final Scribe scribe;
  private State state;
  private long nextDue;
  private long evaluations;

  Track(DeviceRules rules, Scribe scribe, List<Episode> standing) {
    this.rules = rules;
    this.scribe = scribe;
    List<Cell> all = new ArrayList<>();
    for (int rule = 0; rule < rules.rules().size(); rule++) {
      for (Tier<?> tier : rules.rules().get(rule).tiers()) {
        all.add(Cell.of(rule, tier));
      }
    }
    this.cells = all.toArray(Cell[]::new);
    this.state = genesis(standing);
    this.nextDue = state.nextDue();
  }

  State state() {
    return state;
  }

  /** The next instant at which time alone changes something. */
  long nextDue() {
    return nextDue;
  }

  /** How often a rule looked at an observation. */
  long evaluations() {
    return evaluations;
  }

  void restore(State checkpoint) {
    state = checkpoint.copy();
    nextDue = state.nextDue();
  }

  /** Lets time pass; what falls due up to and including the instant happens at its own. */
  void advance(long to) {
    while (nextDue <= to) {
      long at = nextDue;
      for (int i = 0; i < cells.length; i++) {
        if (state.due[i] <= at) {
          move(i, cells[i].hold().elapse(state.phases[i], at), at);
          look(i, at);
        }
      }
      state.at = Math.max(state.at, at);
      nextDue = state.nextDue();
    }
  }

  /** Takes in all observations of one instant, to which time must have been advanced. */
  void take(List<Observation> instant) {
    long at = instant.get(0).time().toEpochMilli();
    for (Observation observation : instant) {
      remember(judged(observation), at);
    }
    for (int i = 0; i < cells.length; i++) {
      if (state.due[i] == TOUCHED) {
        look(i, at);
      }
    }
    state.at = at;
    state.observed = at;
    nextDue = state.nextDue();
  }

  /** What can be said of a rule at an instant that is not before the last. */
  EvidenceState evidence(int rule, long at) {
    if (state.open[rule] != null) {
      return EvidenceState.BREACH;
    }
    boolean proven = true;
    for (int i = 0; i < cells.length; i++) {
      proven &= cells[i].rule() != rule || verdict(i, at) != Verdict.UNKNOWN;
    }
    return proven ? EvidenceState.COMPLIANT : EvidenceState.UNPROVEN;
  }

  /** Whether a rule that fires would still be found wrong at an instant. */
  boolean isWrong(int rule, long at) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].rule() == rule
          && state.phases[i] instanceof Phase.Firing
          && verdict(i, at).isWrong()) {
        return true;
      }
    }
    return false;
  }

  private State genesis(List<Episode> standing) {
    State blank = new State(cells.length, rules.rules().size(), Plausibility.of(rules.jump()));
    state = blank;
    for (int i = 0; i < cells.length; i++) {
      Rule rule = rules.rules().get(cells[i].rule());
      Episode told =
          standing.stream().filter(e -> e.rule().equals(rule.id())).findFirst().orElse(null);
      long from = told == null ? rules.expectedFrom() : told.since().toEpochMilli();
      blank.memories[i] = cells[i].kind().blank(from);
      if (told != null && told.severity().atLeast(cells[i].tier().severity())) {
        blank.phases[i] = Phase.Firing.raised(from, told.raisedAt().toEpochMilli());
        blank.open[cells[i].rule()] = told;
        scribe.standing(told);
        schedule(i, from, verdict(i, from));
      } else {
        look(i, from);
      }
    }
    return blank;
  }

  private Observation judged(Observation observation) {
    if (!(observation instanceof Reading reading)) {
      return observation;
    }
    Reading judged = state.plausibility.judged(reading);
    state.plausibility = state.plausibility.after(judged);
    return judged;
  }

  private void remember(Observation observation, long at) {
    boolean bad = observation instanceof Reading reading && reading.quality() == Quality.BAD;
    for (int i : interestedIn(observation)) {
      Kind<Object> kind = cells[i].kind();
      if (!bad || kind.wantsBad()) {
        state.memories[i] = kind.remember(state.memories[i], observation);
        state.heard[i] = at;
        state.due[i] = TOUCHED;
        evaluations++;
      }
    }
  }

  private int[] interestedIn(Observation observation) {
    if (observation instanceof Reading reading) {
      // A retained message without a time of its own is no news.
      return reading.flaw() == Flaw.RETAINED ? NOBODY : interestedIn(reading.metric());
    }
    return interestedIn(((GateEvent) observation).what());
  }

  private int[] interestedIn(Object what) {
    int[] known = interested.get(what);
    return known != null ? known : interested.computeIfAbsent(what, this::cellsThatWant);
  }

  private int[] cellsThatWant(Object what) {
    return java.util.stream.IntStream.range(0, cells.length)
        .filter(
            i ->
                what instanceof Metric metric
                    ? cells[i].kind().wants(metric)
                    : cells[i].kind().wants((GateEvent.What) what))
        .toArray();
  }

  /** What a cell says of an instant: unknown when its last good sample no longer holds. */
  private Verdict verdict(int i, long at) {
    Kind<Object> kind = cells[i].kind();
    boolean holds =
        kind.holdsForever()
            || state.heard[i] != Phase.FROZEN && at < state.heard[i] + rules.maxGap();
    return holds ? kind.verdict(state.memories[i], at) : Verdict.UNKNOWN;
  }

  private void look(int i, long at) {
    Cell cell = cells[i];
    Verdict verdict = verdict(i, at);
    long since = verdict.isWrong() ? cell.kind().since(state.memories[i], at) : at;
    move(i, cell.hold().hear(state.phases[i], verdict, since, at), at);
    schedule(i, at, verdict);
  }

  private void schedule(int i, long at, Verdict verdict) {
    Cell cell = cells[i];
    long changes = cell.kind().changes(state.memories[i], at);
    if (!cell.kind().holdsForever() && verdict != Verdict.UNKNOWN) {
      changes = Math.min(changes, state.heard[i] + rules.maxGap());
    }
    state.due[i] = Math.min(changes, cell.hold().due(state.phases[i]));
  }

  private void move(int i, Phase to, long at) {
    Phase from = state.phases[i];
    state.phases[i] = to;
    int rule = cells[i].rule();
    if (to instanceof Phase.Firing firing && !(from instanceof Phase.Firing)) {
      var evidence = cells[i].kind().evidence(state.memories[i], firing.raisedAt());
      state.open[rule] =
          scribe.raised(
              rules.rules().get(rule), cells[i].tier(), firing, state.open[rule], evidence);
    } else if (from instanceof Phase.Firing firing && !(to instanceof Phase.Firing)) {
      recover(rule, firing.calmSince() == Phase.FROZEN ? at : firing.calmSince());
    }
  }

  private void recover(int rule, long until) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].rule() == rule && state.phases[i] instanceof Phase.Firing) {
        return;
      }
    }
    Episode open = state.open[rule];
    if (open != null) {
      scribe.recovered(open, until);
      state.open[rule] = null;
    }
  }

  /** A tier of the rule at that place in the list; memories are of the kind's own type. */
  private record Cell(int rule, Tier<Object> tier) {
    @SuppressWarnings("unchecked") // a cell's memory is made and read by the same kind only
    static Cell of(int rule, Tier<?> tier) {
      return new Cell(rule, (Tier<Object>) tier);
    }

    Kind<Object> kind() {
      return tier.kind();
    }

    Hold hold() {
      return tier.hold();
    }
  }
}
