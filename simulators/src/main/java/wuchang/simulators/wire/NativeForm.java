package wuchang.simulators.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Saying;

/**
 * Writes what the devices of one site say in the native form. Times are epoch milliseconds; a value
 * is written with the fewest digits that give the same double again.
 */
public final class NativeForm implements Form {
  private final String prefix;

  public NativeForm(SiteId site) {
    this.prefix = "wuchang/" + site + "/";
  }

  /**
   * The values that a device measured at one instant, sent then.
   *
   * @param values not changed afterwards
   * @param replay whether this is history, not news
   */
  public Message telemetry(
      DeviceId device, Instant time, Map<Metric, Double> values, boolean replay) {
    List<Saying> said = List.of(new Saying.Values(time, values));
    return new Message(device, said, time, this, replay, false);
  }

  /** Something that happened at a gate, sent then; what the gate did not say is left out. */
  public Message event(GateEvent event) {
    List<Saying> said = List.of(new Saying.Event(event));
    boolean replay = event.provenance().replay();
    return new Message(event.device(), said, event.time(), this, replay, false);
  }

  /**
   * What somebody writes down, sent then.
   *
   * @param json an object of its fields
   */
  public Message note(DeviceId device, Instant time, String kind, String json, boolean replay) {
    List<Saying> said = List.of(new Saying.Note(time, kind, json));
    return new Message(device, said, time, this, replay, false);
  }

  @Override
  public String topic(Message message) {
    boolean event = !(message.said().get(0) instanceof Saying.Values);
    return prefix + message.device() + (event ? "/event" : "/telemetry");
  }

  @Override
  public String text(Message message) {
    JsonText json = new JsonText();
    List<Saying> said = message.said();
    if (said.size() == 1) {
      write(said.get(0), message.replay(), json);
      return json.toString();
    }
    json.open('[');
    for (Saying saying : said) {
      write(saying, message.replay(), json.next());
    }
    return json.close(']').toString();
  }

  @Override
  public boolean carries(Metric metric) {
    return true;
  }

  @Override
  public boolean holdsSeveral() {
    return true;
  }

  private static void write(Saying saying, boolean replay, JsonText json) {
    json.open('{').name("ts").value(saying.at().toEpochMilli());
    if (saying instanceof Saying.Event happened) {
      write(happened.event(), json);
    } else if (saying instanceof Saying.Note note) {
      json.name("event").value("record:" + note.kind()).name("record").raw(note.json());
    } else {
      values(((Saying.Values) saying).values(), json.name("values"));
    }
    if (replay) {
      json.name("replay").value(true);
    }
    json.close('}');
  }

  /** An object of them by their metrics' names. */
  static void values(Map<Metric, Double> values, JsonText json) {
    json.open('{');
    for (Map.Entry<Metric, Double> value : values.entrySet()) {
      json.name(value.getKey().name()).value(value.getValue().doubleValue());
    }
    json.close('}');
  }

  private static void write(GateEvent event, JsonText json) {
    json.name("event").value(event.what().word());
    writeKnown(json, "person", event.person());
    writeKnown(json, "card", event.card());
    writeKnown(json, "direction", event.direction());
    writeKnown(json, "method", event.method());
    writeKnown(json, "reason", event.reason());
  }

  private static void writeKnown(JsonText json, String name, String word) {
    if (!word.isEmpty()) {
      json.name(name).value(word);
    }
  }
}
