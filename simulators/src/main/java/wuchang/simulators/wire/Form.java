package wuchang.simulators.wire;

import java.util.Optional;
import wuchang.domain.reading.Metric;

/** How what a device says is written: a topic and a text. Immutable and safe for many threads. */
public interface Form {
  String topic(Message message);

  String text(Message message);

  /** Whether it has a place for that metric. */
  boolean carries(Metric metric);

  /** Whether one message holds sayings of several times. */
  boolean holdsSeveral();

  /** What the broker is given to keep when the device comes on line; many forms say nothing. */
  default Optional<Form> greeting() {
    return Optional.empty();
  }
}
