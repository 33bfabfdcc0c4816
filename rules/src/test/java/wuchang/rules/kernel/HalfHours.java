package wuchang.rules.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import wuchang.domain.finding.Coverage;

/** Half an hour after the other from 1970 on, each named by a date of its own. */
record HalfHours() implements Periods {
  private static final long LENGTH = 30 * 60_000L;

  @Override
  public long nextBorder(long after) {
    return (Math.floorDiv(after, LENGTH) + 1) * LENGTH;
  }

  @Override
  public List<Span> touching(long from, long to) {
    return LongStream.rangeClosed(
            Math.max(0, Math.floorDiv(from, LENGTH) - 1), Math.floorDiv(to, LENGTH))
        .mapToObj(
            n ->
                new Span(
                    Coverage.Period.of(LocalDate.of(2026, 3, 1).plusDays(n)),
                    n * LENGTH,
                    (n + 1) * LENGTH))
        .toList();
  }
}
