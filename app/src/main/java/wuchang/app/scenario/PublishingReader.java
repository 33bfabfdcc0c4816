package wuchang.app.scenario;

import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.simulators.scenario.Publishing;

/** The section {@code publish}: how messages are handed to the broker. */
final class PublishingReader {
  static final Form<Publishing> FORM =
      Form.section("{qos: 1, rate: 30000}", PublishingReader::read);

  private PublishingReader() {}

  private static Optional<Publishing> read(Section publish) {
    int qos = publish.get("qos", SayHow.count(0, 1), 1);
    OptionalDouble rate =
        publish
            .get("rate", SayHow.number(0.001, 1e7))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    return Optional.of(new Publishing(qos, rate));
  }
}
