package wuchang.rules.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** The newest reading of each metric, in whatever order they came. */
final class Newest {
  private final Map<Metric, Reading> byMetric = new TreeMap<>();

  void note(Observation observation) {
    if (observation instanceof Reading reading) {
      byMetric.merge(
          reading.metric(), reading, (was, is) -> is.time().isBefore(was.time()) ? was : is);
    }
  }

  /** In the order of the metrics. */
  List<Reading> readings() {
    return List.copyOf(byMetric.values());
  }
}
