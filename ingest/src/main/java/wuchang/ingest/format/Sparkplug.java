package wuchang.ingest.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.format.Heard.Ask;
import wuchang.ingest.frame.SparkplugPayload;
import wuchang.ingest.frame.SparkplugPayload.Metric;
import wuchang.ingest.frame.Unreadable;

/**
 * Sparkplug B. A birth names the metrics, later messages carry only aliases; when the birth is not
 * known, the edge node is asked to be born again. Not safe for use by several threads.
 */
final class Sparkplug implements Format {
  private static final Duration BETWEEN_ASKS = Duration.ofMinutes(1);

  private final Births births = new Births();
  private final Map<String, Instant> asked = new LinkedHashMap<>();

  /** Where in the tree of nodes a message belongs. */
  private record Place(String group, String node, String device) {
    String key() {
      return group + "/" + node + "/" + device;
    }

    Thing thing() {
      return device.isEmpty()
          ? Thing.named(group + "/" + node, node).quietly()
          : Thing.named(group + "/" + node + "/" + device, node + "/" + device, device);
    }
  }

  @Override
  public String name() {
    return "sparkplug";
  }

  @Override
  public List<String> topics() {
    return List.of("spBv1.0/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    List<String> levels = message.levels();
    if (levels.size() < 4 || levels.get(1).equals("STATE")) {
      return Heard.NOTHING;
    }
    String device = levels.size() > 4 ? levels.get(4) : "";
    Place place = new Place(levels.get(1), levels.get(3), device);
    return switch (levels.get(2)) {
      case "NBIRTH", "DBIRTH" -> birth(place, SparkplugPayload.read(message.payload()));
      case "NDATA", "DDATA" -> data(place, message);
      case "NDEATH" -> nodeDeath(place, SparkplugPayload.read(message.payload()));
      case "DDEATH" -> Heard.of(offline(place));
      default -> Heard.NOTHING; // commands, ours among them
    };
  }

  private Heard birth(Place place, SparkplugPayload payload) {
    if (place.device().isEmpty()) {
      births.forgetUnder(place.key());
    }
    Map<Long, String> names = new LinkedHashMap<>();
    for (Metric metric : payload.metrics()) {
      if (metric.name().isPresent() && metric.alias().isPresent()) {
        names.put(metric.alias().getAsLong(), metric.name().get());
      }
    }
    births.born(place.key(), names, sequence(payload));
    List<Said> said = new ArrayList<>(values(place, payload, names));
    said.add(new Said.Values(place.thing(), When.UNSAID, online(true)));
    return Heard.of(said);
  }

  private Heard data(Place place, Message message) throws Unreadable {
    SparkplugPayload payload = SparkplugPayload.read(message.payload());
    Map<Long, String> names = births.names(place.key());
    boolean nameless =
        payload.metrics().stream()
            .anyMatch(
                m ->
                    m.name().isEmpty()
                        && m.alias().stream().noneMatch(alias -> names.containsKey(alias)));
    List<Said> said = new ArrayList<>(values(place, payload, names));
    if (!nameless) {
      return Heard.of(said);
    }
    String detail = "there are aliases in it that no birth has named; the node is asked for one";
    said.add(new Said.Fault(place.thing(), Reason.DECODE_FAILED, detail));
    return mayAsk(place, message.arrived())
        ? Heard.of(said).asking(rebirth(place))
        : Heard.of(said);
  }

  /** A death that belongs to an earlier birth comes late: the node lives. */
  private Heard nodeDeath(Place place, SparkplugPayload payload) {
    Optional<Long> born = births.sequence(place.key());
    Optional<Long> died = sequence(payload);
    if (born.isPresent() && died.isPresent() && !born.equals(died)) {
      return Heard.NOTHING;
    }
    List<Said> said = new ArrayList<>();
    said.add(offline(place));
    for (String device : births.devicesUnder(place.key())) {
      said.add(offline(new Place(place.group(), place.node(), device)));
    }
    return Heard.of(said);
  }

  private static List<Said.Values> values(
      Place place, SparkplugPayload payload, Map<Long, String> names) {
    Map<When, ObjectNode> byTime = new LinkedHashMap<>();
    for (Metric metric : payload.metrics()) {
      Optional<String> name =
          metric.name().or(() -> metric.alias().stream().boxed().findFirst().map(names::get));
      if (name.isPresent()) {
        When when =
            new When(metric.time().isPresent() ? metric.time() : payload.time(), false)
                .asReplay(metric.historical());
        put(
            byTime.computeIfAbsent(when, w -> JsonNodeFactory.instance.objectNode()),
            name.get(),
            metric);
      }
    }
    List<Said.Values> all = new ArrayList<>();
    byTime.forEach(
        (when, values) -> {
          ObjectNode body = JsonNodeFactory.instance.objectNode();
          body.set("values", values);
          all.add(new Said.Values(place.thing(), when, body));
        });
    return all;
  }

  private static void put(ObjectNode values, String name, Metric metric) {
    if (metric.isNull()) {
      values.putNull(name);
    } else if (metric.value().isPresent()) {
      Object value = metric.value().get();
      if (value instanceof Double number) {
        values.put(name, number);
      } else if (value instanceof Boolean flag) {
        values.put(name, flag);
      } else {
        values.put(name, value.toString());
      }
    }
  }

  private static Said offline(Place place) {
    return new Said.Values(place.thing(), When.UNSAID, online(false));
  }

  private static ObjectNode online(boolean online) {
    return JsonNodeFactory.instance.objectNode().put("online", online);
  }

  private static Optional<Long> sequence(SparkplugPayload payload) {
    return payload.metrics().stream()
        .filter(metric -> metric.name().equals(Optional.of("bdSeq")))
        .flatMap(metric -> metric.value().stream())
        .filter(Double.class::isInstance)
        .map(value -> ((Double) value).longValue())
        .findFirst();
  }

  private boolean mayAsk(Place place, Instant now) {
    String node = place.group() + "/" + place.node();
    Instant before = asked.get(node);
    if (before != null && now.isBefore(before.plus(BETWEEN_ASKS))) {
      return false;
    }
    asked.remove(node);
    asked.put(node, now);
    if (asked.size() > Births.MOST) {
      asked.remove(asked.keySet().iterator().next());
    }
    return true;
  }

  /** The command «Node Control/Rebirth» = true. */
  private static Ask rebirth(Place place) {
    try {
      ByteArrayOutputStream metric = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(metric);
      out.writeString(1, "Node Control/Rebirth");
      out.writeUInt32(4, 11);
      out.writeBool(14, true);
      out.flush();
      ByteArrayOutputStream payload = new ByteArrayOutputStream();
      out = CodedOutputStream.newInstance(payload);
      out.writeByteArray(2, metric.toByteArray());
      out.flush();
      String topic = "spBv1.0/" + place.group() + "/NCMD/" + place.node();
      return new Ask(topic, payload.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }
}
