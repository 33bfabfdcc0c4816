package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * So many values within a window that cannot be true. Clearly right again when the window holds
 * none.
 *
 * @param window milliseconds
 */
public record BadSamples(int count, long window) implements Kind<BadSamples.Seen> {
  /** When the bad ones of the window came, and what was wrong with the last. */
  public record Seen(List<Long> times, Flaw flaw, String metric, double value) {
    public Seen {
      times = List.copyOf(times);
    }
  }

  @Override
  public Seen blank(long from) {
    return new Seen(List.of(), Flaw.NONE, "", 0);
  }

  @Override
  public boolean wants(Metric metric) {
    return true;
  }

  @Override
  public boolean wantsBad() {
    return true;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    if (!(observation instanceof Reading reading) || reading.quality() != Quality.BAD) {
      return was;
    }
    long at = reading.time().toEpochMilli();
    List<Long> times = new ArrayList<>(within(was, at));
    times.add(at);
    return new Seen(times, reading.flaw(), reading.metric().name(), reading.value());
  }

  @Override
  public Verdict verdict(Seen memory, long at) {
    int bad = within(memory, at).size();
    return bad >= count ? Verdict.CERTAIN : bad == 0 ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(Seen memory, long at) {
    return within(memory, at).get(0);
  }

  @Override
  public long changes(Seen memory, long at) {
    List<Long> bad = within(memory, at);
    return bad.isEmpty() ? NEVER : bad.get(0) + window;
  }

  @Override
  public Evidence evidence(Seen memory, long at) {
    Evidence evidence =
        Evidence.NONE
            .with("count", within(memory, at).size())
            .with("flaw", memory.flaw().word())
            .with("metric", memory.metric());
    return Double.isFinite(memory.value())
        ? evidence.with("value", memory.value(), Metric.of(memory.metric()).unit())
        : evidence;
  }

  /** A bad value counts until the window has passed it. */
  private List<Long> within(Seen memory, long at) {
    List<Long> times = memory.times();
    if (times.isEmpty()) {
      return times;
    }
    int first = 0;
    while (first < times.size() && times.get(first) + window <= at) {
      first++;
    }
    return times.subList(first, times.size());
  }
}
