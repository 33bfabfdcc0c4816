package wuchang.rules.kernel;

import java.util.List;
import java.util.stream.IntStream;
import wuchang.domain.finding.Episode;

/** The tiers of a device that are told what its other rules find. */
final class Listeners {
  private final Cell[] all;
  private final int[] cells;

  Listeners(Cell[] all) {
    this.all = all;
    this.cells =
        IntStream.range(0, all.length).filter(i -> all[i].kind().wantsFindings()).toArray();
  }

  /** Their places. */
  int[] cells() {
    return cells;
  }

  /** A rule has opened an episode: the others look again at the very instant. */
  void tell(State state, int rule, Episode raised) {
    for (int i : cells) {
      if (all[i].rule() != rule) {
        long at = raised.raisedAt().toEpochMilli();
        state.memories[i] =
            all[i].kind().found(state.memories[i], raised.rule(), raised.severity(), at);
        state.due[i] = Math.min(state.due[i], at);
      }
    }
  }

  /** What a tier knows at the start: what was found before, if it is told such things. */
  static Object known(Cell cell, long from, List<Episode> before) {
    Object memory = cell.kind().blank(from);
    if (cell.kind().wantsFindings()) {
      for (Episode episode : before) {
        long at = episode.raisedAt().toEpochMilli();
        memory = cell.kind().found(memory, episode.rule(), episode.severity(), at);
      }
    }
    return memory;
  }
}
