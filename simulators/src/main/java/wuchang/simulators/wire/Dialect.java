package wuchang.simulators.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Saying;

/**
 * A form in which one thing says one sample a message: values in their places, in an envelope.
 *
 * @param envelope writes the whole payload and asks the shape for its members
 * @param greeting what the broker keeps while the thing is on line
 */
record Dialect(String topic, Shape shape, Envelope envelope, Optional<Form> greeting)
    implements Form {
  /** What a payload has around its values. */
  interface Envelope {
    void write(JsonText json, Instant at, Map<Metric, Double> values);
  }

  @Override
  public String topic(Message message) {
    return topic;
  }

  @Override
  public String text(Message message) {
    JsonText json = new JsonText();
    Saying.Values said = (Saying.Values) message.said().get(0);
    envelope.write(json.open('{'), said.at(), said.values());
    return json.close('}').toString();
  }

  @Override
  public boolean carries(Metric metric) {
    return shape.carries(metric);
  }

  @Override
  public boolean holdsSeveral() {
    return false;
  }

  /** A text that is always the same, for the broker to keep. */
  record Greeting(String topic, String words) implements Form {
    @Override
    public String topic(Message message) {
      return topic;
    }

    @Override
    public String text(Message message) {
      return words;
    }

    @Override
    public boolean carries(Metric metric) {
      return metric.equals(Metric.ONLINE);
    }

    @Override
    public boolean holdsSeveral() {
      return false;
    }
  }
}
