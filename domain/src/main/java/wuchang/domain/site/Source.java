package wuchang.domain.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;

/**
 * One thing that feeds a device: a payload format, the id the thing is known by there, and where in
 * the payload each metric stands. A device without sources is fed by the native topic.
 *
 * @param model what the thing is sold as, where its bytes cannot be read without knowing it
 */
public record Source(
    String format,
    Optional<String> id,
    Optional<String> topic,
    Optional<String> model,
    Map<Metric, Place> map) {
  /** Where a metric stands (a JSON pointer) and how it becomes the metric's own unit. */
  public record Place(
      String pointer,
      Optional<Unit> unit,
      double scale,
      double offset,
      boolean invert,
      List<Double> sentinels) {
    public Place {
      sentinels = List.copyOf(sentinels);
    }
  }

  /** One whose model need not be known. */
  public Source(
      String format, Optional<String> id, Optional<String> topic, Map<Metric, Place> map) {
    this(format, id, topic, Optional.empty(), map);
  }

  public Source {
    map = Map.copyOf(map);
  }
}
