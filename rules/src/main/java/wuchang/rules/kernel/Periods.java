package wuchang.rules.kernel;

import java.util.List;
import wuchang.domain.finding.Coverage;

/** The stretches of time over which evidence is added up: days and shifts of a site. */
public interface Periods {
  /** For who asks for no sums. */
  Periods NONE =
      new Periods() {
        @Override
        public long nextBorder(long after) {
          return Kind.NEVER;
        }

        @Override
        public List<Span> touching(long from, long to) {
          return List.of();
        }
      };

  /** A stretch [from, to) in epoch milliseconds. */
  record Span(Coverage.Period period, long from, long to) {}

  /** The next instant after one at which a stretch begins or ends. */
  long nextBorder(long after);

  /** The stretches of which there is something in [from, to], oldest first. */
  List<Span> touching(long from, long to);
}
