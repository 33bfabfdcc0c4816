package wuchang.ingest.format;

import java.util.List;
import java.util.Optional;

/**
 * All that a message says; nothing is an answer, too.
 *
 * @param key by which a repetition of the message is known, where sender or network may repeat it
 * @param asks what is to be sent in return
 */
public record Heard(List<Said> said, Optional<String> key, List<Ask> asks) {
  /** The message is understood and has nothing that is kept. */
  static final Heard NOTHING = new Heard(List.of(), Optional.empty(), List.of());

  /** A message to be published. */
  public record Ask(String topic, byte[] payload) {}

  public Heard {
    said = List.copyOf(said);
    asks = List.copyOf(asks);
  }

  static Heard of(Said said) {
    return of(List.of(said));
  }

  static Heard of(List<? extends Said> said) {
    return new Heard(List.copyOf(said), Optional.empty(), List.of());
  }

  Heard once(String key) {
    return new Heard(said, Optional.of(key), asks);
  }

  Heard asking(Ask ask) {
    return new Heard(said, key, List.of(ask));
  }
}
