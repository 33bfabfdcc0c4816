package wuchang.ingest;

import java.util.List;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;

/**
 * What one message said. The good part of a message is kept although another part was refused.
 *
 * @param format the label of {@code wuchang_readings_received_total}
 * @param strangers the devices it spoke for that the site does not know
 */
public record Decoded(
    String format,
    List<Observation> observations,
    List<Rejected> rejected,
    List<Stranger> strangers) {
  /** A name that is no device of the site, and the message that bore it. */
  public record Stranger(String name, Incoming incoming) {}

  public Decoded {
    observations = List.copyOf(observations);
    rejected = List.copyOf(rejected);
    strangers = List.copyOf(strangers);
  }
}
