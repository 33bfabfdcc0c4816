package wuchang.rules.kernel;

import java.util.List;
import java.util.stream.IntStream;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Flaw;
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

  private final DeviceRules rules;
  private final Cell[] cells;
  private final Interests interests;
  private final Listeners listeners;
  private final Scribe scribe;
  private final boolean lenient;
  private final Hearing hearing;
  private final Testimony testimony;
  private final Chronicle chronicle;
  private State state;
  private long nextDue;
  private long evaluations;

  /**
   * @param cells the tiers of these rules
   */
  Track(DeviceRules rules, Cell[] cells, Scribe scribe, List<Episode> standing, Ledger ledger) {
    this.rules = rules;
    this.scribe = scribe;
    this.lenient = rules.isLenient();
    this.hearing = new Hearing(rules);
    this.cells = cells;
    this.interests = new Interests(cells);
    this.listeners = new Listeners(cells);
    this.testimony = new Testimony(cells, ledger, rules.expectedFrom());
    this.chronicle = new Chronicle(rules, cells, scribe, testimony);
    this.state = genesis(standing);
    this.nextDue = state.nextDue();
  }

  State state() {
    return state;
  }

  Cell[] cells() {
    return cells;
  }

  /** The next instant at which time alone changes something. */
  long nextDue() {
    return nextDue;
  }

  boolean hasBegun() {
    return state.tally.hasBegun();
  }

  /** How often a rule looked at an observation. */
  long evaluations() {
    return evaluations;
  }

  void restore(State checkpoint) {
    state = checkpoint.copy();
    nextDue = state.nextDue();
    testimony.rewind(state.at);
  }

  /** Lets time pass; what falls due up to and including the instant happens at its own. */
  void advance(long to) {
    if (!state.tally.hasBegun()) {
      testimony.begin(state, Math.min(to, nextDue));
      nextDue = state.nextDue();
    }
    while (nextDue <= to) {
      long at = nextDue;
      for (int i = 0; i < cells.length; i++) {
        if (state.due[i] <= at) {
          move(i, cells[i].hold().elapse(state.phases[i], at), at);
          look(i, at);
        }
      }
      testimony.settle(state, at);
      testimony.pass(state, at);
      state.at = Math.max(state.at, at);
      nextDue = state.nextDue();
    }
  }

  /** Takes in all observations of one instant, to which time must have been advanced. */
  void take(List<Observation> instant) {
    long at = instant.get(0).time().toEpochMilli();
    Circumstances before = state.circumstances;
    // Not by an iterator: there is mostly one, and this is done for every reading.
    for (int i = 0; i < instant.size(); i++) {
      Observation observation = instant.get(i);
      if (hearing.isOwn(observation)) {
        Observation judged = hearing.judged(state, observation);
        remember(judged, at);
        state.circumstances = lenient ? state.circumstances.after(judged) : state.circumstances;
      } else {
        remember(observation, at);
      }
    }
    if (before != state.circumstances) {
      touchLenient();
    }
    for (int i = 0; i < cells.length; i++) {
      if (state.due[i] == TOUCHED) {
        look(i, at);
      }
    }
    // What was found at this instant may complete something at the same one.
    for (int i : listeners.cells()) {
      if (state.due[i] == at) {
        look(i, at);
      }
    }
    testimony.settle(state, at);
    state.at = at;
    state.observed = at;
    nextDue = state.nextDue();
  }

  /** The periods that go on at an instant that is not before the last, as far as they have come. */
  List<Coverage> running(long notBefore, long at) {
    return testimony.running(state, notBefore, at);
  }

  /** Whether a rule is about something that its device has never said, and need not. */
  boolean isBesideThePoint(int rule) {
    return rules.rules().get(rule).whereSensed()
        && IntStream.range(0, cells.length)
            .noneMatch(i -> cells[i].rule() == rule && state.heard[i] != Phase.FROZEN);
  }

  /** What can be said of a rule at an instant that is not before the last. */
  EvidenceState evidence(int rule, long at) {
    if (state.open[rule] != null) {
      return EvidenceState.BREACH;
    }
    boolean proven = true;
    for (int i = 0; i < cells.length; i++) {
      proven &= cells[i].rule() != rule || isProven(i, at);
      proven &= !cells[i].kind().doubtsOthers() || !(state.phases[i] instanceof Phase.Firing);
    }
    return proven ? EvidenceState.COMPLIANT : EvidenceState.UNPROVEN;
  }

  private boolean isProven(int i, long at) {
    return isProven(verdict(i, at));
  }

  private static boolean isProven(Verdict verdict) {
    return verdict != Verdict.UNKNOWN && verdict != Verdict.HELD;
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
    State blank =
        new State(
            cells.length,
            rules.rules().size(),
            Plausibility.of(rules.jump()),
            Circumstances.unknown(rules.defrostPeak()));
    state = blank;
    for (int i = 0; i < cells.length; i++) {
      Rule rule = rules.rules().get(cells[i].rule());
      Episode told =
          standing.stream()
              .filter(e -> e.isOpen() && e.rule().equals(rule.id()))
              .findFirst()
              .orElse(null);
      long from = told == null ? rules.expectedFrom() : told.since().toEpochMilli();
      blank.memories[i] = Listeners.known(cells[i], from, standing);
      if (told != null && cells[i].hasReached(told.severity())) {
        blank.phases[i] = Phase.Firing.raised(from, told.raisedAt().toEpochMilli());
        blank.open[cells[i].rule()] = told;
        scribe.standing(told);
        Verdict verdict = verdict(i, from);
        testimony.says(blank, i, verdict);
        schedule(i, from, verdict);
        if (cells[i].kind().isDated()) {
          // Nothing else would ever look at it again, and its date may have been changed.
          state.due[i] = Math.max(from, rules.expectedFrom());
        }
      } else {
        look(i, from);
      }
    }
    return blank;
  }

  private void touchLenient() {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].leniency().isNone()) {
        state.due[i] = TOUCHED;
      }
    }
  }

  private void remember(Observation observation, long at) {
    // What came at an unknown time proves nothing, good or bad.
    boolean bad =
        observation instanceof Reading reading
            && (reading.quality() == Quality.BAD || reading.flaw() == Flaw.CLOCK_SKEW);
    boolean own = hearing.isOwn(observation);
    for (int i : own ? interests.in(observation) : interests.around(observation)) {
      Kind<Object> kind = cells[i].kind();
      if (!bad || kind.wantsBad()) {
        state.memories[i] = kind.remember(state.memories[i], observation);
        state.heard[i] = own && cells[i].isRefreshedBy(observation) ? at : state.heard[i];
        state.due[i] = TOUCHED;
        evaluations++;
      }
    }
  }

  /** What a cell says of an instant: unknown when its last good sample no longer holds. */
  Verdict verdict(int i, long at) {
    Kind<Object> kind = cells[i].kind();
    boolean holds =
        cells[i].holdsForever()
            || state.heard[i] != Phase.FROZEN && at < state.heard[i] + rules.maxGap();
    Verdict verdict = holds ? kind.verdict(state.memories[i], at) : Verdict.UNKNOWN;
    return verdict.isWrong() && !excuse(i, at).isEmpty() ? Verdict.HELD : verdict;
  }

  private String excuse(int i, long at) {
    Leniency leniency = cells[i].leniency();
    return leniency.isNone() ? "" : leniency.held(state.circumstances, at);
  }

  private void look(int i, long at) {
    Cell cell = cells[i];
    Verdict verdict = verdict(i, at);
    testimony.says(state, i, verdict);
    boolean wrong = verdict.isWrong() || verdict == Verdict.HELD;
    long since = wrong ? cell.kind().since(state.memories[i], at) : at;
    if (verdict == Verdict.HELD) {
      String why = excuse(i, at);
      state.excuses[i] = why.isEmpty() ? "declared_time" : why;
    } else if (!verdict.isWrong() && verdict != Verdict.UNKNOWN) {
      state.excuses[i] = "";
    }
    move(i, cell.hold().hear(state.phases[i], verdict, since, at), at);
    if (verdict.isWrong()) {
      chronicle.worsen(state, i, at);
    }
    schedule(i, at, verdict);
  }

  private void schedule(int i, long at, Verdict verdict) {
    Cell cell = cells[i];
    long changes = cell.kind().changes(state.memories[i], at);
    if (!cell.holdsForever() && verdict != Verdict.UNKNOWN) {
      changes = Math.min(changes, state.heard[i] + rules.maxGap());
    }
    Leniency leniency = cell.leniency();
    if (!leniency.isNone() && state.phases[i] != Phase.CALM) {
      changes = Math.min(changes, leniency.changes(state.circumstances, at));
    }
    state.due[i] = Math.min(changes, cell.hold().due(state.phases[i]));
  }

  private void move(int i, Phase to, long at) {
    Phase from = state.phases[i];
    state.phases[i] = to;
    int rule = cells[i].rule();
    boolean wasOpen = state.open[rule] != null;
    chronicle.moved(state, i, from, at);
    Episode raised = state.open[rule];
    if (!wasOpen && raised != null) {
      listeners.tell(state, rule, raised);
    }
  }
}
