package wuchang.simulators.wire;

import java.util.Map;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source;
import wuchang.simulators.machine.Saying;

/**
 * ThingsBoard's gateway API: the samples of one device, each with its time (PAYLOADS 5). Without a
 * map of the site, values are named by their metrics.
 */
record ThingsBoardForm(String name, Shape shape) implements Form {
  private static final String TOPIC = "v1/gateway/telemetry";

  static ThingsBoardForm of(String name, Source source) {
    return new ThingsBoardForm(name, Shape.of(source, Map.of()));
  }

  @Override
  public String topic(Message message) {
    return TOPIC;
  }

  @Override
  public String text(Message message) {
    JsonText json = new JsonText();
    json.open('{').name(name).open('[');
    for (Saying saying : message.said()) {
      Saying.Values said = (Saying.Values) saying;
      json.next().open('{').name("ts").value(said.at().toEpochMilli()).name("values");
      if (shape.places().isEmpty()) {
        NativeForm.values(said.values(), json);
      } else {
        json.open('{');
        shape.write(said.values(), json);
        json.close('}');
      }
      json.close('}');
    }
    return json.close(']').close('}').toString();
  }

  @Override
  public boolean carries(Metric metric) {
    return shape.places().isEmpty() || shape.carries(metric);
  }

  @Override
  public boolean holdsSeveral() {
    return true;
  }
}
