package wuchang.ingest;

import java.util.List;
import java.util.Optional;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;
import wuchang.ingest.format.Heard.Ask;

/**
 * What one message said. The good part of a message is kept although another part was refused.
 *
 * @param format the label of {@code wuchang_readings_received_total}
 * @param strangers the devices it spoke for that the site does not know
 * @param key by which a repetition of the message is known
 * @param asks what is to be published in return
 */
public record Decoded(
    String format,
    List<Observation> observations,
    List<Rejected> rejected,
    List<Stranger> strangers,
    Optional<String> key,
    List<Ask> asks) {
  /**
   * A name that is no device of the site, and the message that bore it.
   *
   * @param format in which it spoke; empty for the native topics
   * @param source an entry for {@code sources} that would fit it; empty where none is needed
   */
  public record Stranger(String name, Incoming incoming, String format, String source) {
    /** One that spoke on a native topic. */
    public Stranger(String name, Incoming incoming) {
      this(name, incoming, "", "");
    }
  }

  /** A message that cannot be repeated by accident and asks for nothing. */
  public Decoded(
      String format,
      List<Observation> observations,
      List<Rejected> rejected,
      List<Stranger> strangers) {
    this(format, observations, rejected, strangers, Optional.empty(), List.of());
  }

  public Decoded {
    observations = List.copyOf(observations);
    rejected = List.copyOf(rejected);
    strangers = List.copyOf(strangers);
    asks = List.copyOf(asks);
  }

  /** The same message again: it was answered, and says nothing new. */
  Decoded asRepetition() {
    return new Decoded(format, List.of(), List.of(), List.of(), key, List.of());
  }
}
