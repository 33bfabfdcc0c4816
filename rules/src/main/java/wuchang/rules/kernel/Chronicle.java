package wuchang.rules.kernel;

import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;

/** Begins, worsens and ends the episodes of one device as its tiers move. */
final class Chronicle {
  private final DeviceRules rules;
  private final Cell[] cells;
  private final Scribe scribe;
  private final Testimony testimony;

  Chronicle(DeviceRules rules, Cell[] cells, Scribe scribe, Testimony testimony) {
    this.rules = rules;
    this.cells = cells;
    this.scribe = scribe;
    this.testimony = testimony;
  }

  /** A tier has come from a phase to the one it is in. */
  void moved(State state, int i, Phase from, long at) {
    Phase to = state.phases[i];
    if (to instanceof Phase.Firing firing && !(from instanceof Phase.Firing)) {
      boolean milder = cells[i].leniency().isMilder(state.circumstances, at);
      raise(state, i, milder ? cells[i].tier().milder() : cells[i].tier(), firing);
    } else if (from instanceof Phase.Firing firing && !(to instanceof Phase.Firing)) {
      recover(state, cells[i].rule(), firing.calmSince() == Phase.FROZEN ? at : firing.calmSince());
    }
  }

  /** A finding that was milder because of what explained it is as grave as it is without. */
  void worsen(State state, int i, long at) {
    Tier<?> tier = cells[i].tier();
    Episode open = state.open[cells[i].rule()];
    if (tier.leniency().milder()
        && open != null
        && state.phases[i] instanceof Phase.Firing firing
        && !open.severity().atLeast(tier.severity())
        && !tier.leniency().isMilder(state.circumstances, at)) {
      raise(state, i, tier, Phase.Firing.raised(firing.since(), at));
    }
  }

  private void raise(State state, int i, Tier<?> tier, Phase.Firing firing) {
    int rule = cells[i].rule();
    testimony.note();
    Evidence evidence = cells[i].kind().evidence(state.memories[i], firing.raisedAt());
    if (!state.excuses[i].isEmpty()) {
      evidence = evidence.with("held_for", state.excuses[i]);
    }
    if (tier.early()) {
      evidence = evidence.with("timing", "early");
    }
    if (tier != cells[i].tier()) {
      evidence = evidence.with("looks_like", "defrost");
    }
    state.open[rule] =
        scribe.raised(rules.rules().get(rule), tier, firing, state.open[rule], evidence);
  }

  private void recover(State state, int rule, long until) {
    testimony.note();
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
}
