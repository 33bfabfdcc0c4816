package wuchang.rules.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Explanation.Clause;

/** How far each tier of a rule has come at an instant to which its device was judged. */
record Inquiry(Track track, long at) {
  List<Explanation.Step> into(int rule) {
    List<Explanation.Step> steps = new ArrayList<>();
    for (int i = 0; i < track.cells().length; i++) {
      if (track.cells()[i].rule() == rule) {
        steps.add(step(i));
      }
    }
    return steps;
  }

  private Explanation.Step step(int i) {
    Cell cell = track.cells()[i];
    State state = track.state();
    Phase phase = state.phases[i];
    Verdict verdict = track.verdict(i, at);
    boolean wrong = verdict.isWrong() || verdict == Verdict.HELD;
    long due = cell.hold().due(phase);
    return new Explanation.Step(
        cell.tier().severity(),
        clause(phase, verdict, state.heard[i]),
        since(phase),
        Duration.ofMillis(held(phase)),
        Duration.ofMillis(cell.hold().tolerate()),
        Duration.ofMillis(cell.hold().settle()),
        due == Kind.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)),
        instant(state.heard[i]),
        Optional.of(state.excuses[i]).filter(word -> !word.isEmpty()),
        wrong ? cell.kind().evidence(state.memories[i], at) : Evidence.NONE);
  }

  private Clause clause(Phase phase, Verdict verdict, long heard) {
    if (phase instanceof Phase.Firing firing) {
      return firing.calmSince() == Phase.FROZEN ? Clause.FIRING : Clause.SETTLING;
    }
    if (phase instanceof Phase.Pending pending) {
      boolean runs = pending.from() != Phase.FROZEN;
      return runs ? Clause.TOLERATED : verdict == Verdict.HELD ? Clause.EXCUSED : Clause.FROZEN;
    }
    if (verdict == Verdict.UNKNOWN) {
      return heard == Phase.FROZEN ? Clause.NEVER_HEARD : Clause.NO_DATA;
    }
    return verdict == Verdict.BETWEEN ? Clause.BETWEEN : Clause.RIGHT;
  }

  private static Optional<Instant> since(Phase phase) {
    if (phase instanceof Phase.Pending pending) {
      return instant(pending.since());
    }
    return phase instanceof Phase.Firing firing ? instant(firing.since()) : Optional.empty();
  }

  /** For how long it was proven wrong; of what fires, for how long it has been right again. */
  private long held(Phase phase) {
    if (phase instanceof Phase.Pending p) {
      return p.held() + (p.from() == Phase.FROZEN ? 0 : at - p.from());
    }
    if (phase instanceof Phase.Firing f && f.calmSince() != Phase.FROZEN) {
      return f.calmHeld() + (f.calmFrom() == Phase.FROZEN ? 0 : at - f.calmFrom());
    }
    return phase instanceof Phase.Firing f ? at - f.since() : 0;
  }

  private static Optional<Instant> instant(long at) {
    return at == Phase.FROZEN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
  }
}
