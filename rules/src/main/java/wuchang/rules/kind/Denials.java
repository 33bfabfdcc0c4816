package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * So many refusals at one reader within a window. Wrong since the first of them; right again when
 * the window holds none.
 *
 * @param window milliseconds, both ends included
 */
public record Denials(int count, long window) implements Kind<List<Long>> {
  /** What is kept of a reader that refuses all day. */
  private static final int MOST = 64;

  @Override
  public List<Long> blank(long from) {
    return List.of();
  }

  @Override
  public boolean wants(What what) {
    return what == What.DENIED;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public List<Long> remember(List<Long> was, Observation observation) {
    long at = observation.time().toEpochMilli();
    List<Long> now = new ArrayList<>(within(was, at));
    now.add(at);
    return List.copyOf(now.subList(Math.max(0, now.size() - MOST), now.size()));
  }

  @Override
  public Verdict verdict(List<Long> denials, long at) {
    int many = within(denials, at).size();
    return many >= count ? Verdict.CERTAIN : many == 0 ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(List<Long> denials, long at) {
    return within(denials, at).get(0);
  }

  @Override
  public long changes(List<Long> denials, long at) {
    List<Long> left = within(denials, at);
    return left.isEmpty() ? NEVER : left.get(0) + window + 1;
  }

  @Override
  public Evidence evidence(List<Long> denials, long at) {
    return Evidence.NONE.with("count", within(denials, at).size());
  }

  private List<Long> within(List<Long> denials, long at) {
    int first = 0;
    while (first < denials.size() && denials.get(first) + window < at) {
      first++;
    }
    return denials.subList(first, denials.size());
  }
}
