package wuchang.simulators.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.machine.Saying;

/**
 * The forms in which one device is heard: one for each of its sources, or the native one. History
 * and the events of gates always travel in the native form, which alone can mark the one and name
 * the other.
 *
 * @param forms in the order of the sources; a metric goes with the first that carries it
 */
public record Voices(NativeForm own, List<Form> forms, ZoneId zone) {
  public Voices {
    forms = List.copyOf(forms);
  }

  /** Those of a device of that site; without any when it speaks over something else than MQTT. */
  public static Voices of(Site site, Device device) {
    NativeForm own = new NativeForm(site.id());
    boolean isNative =
        device.sources().isEmpty()
            || device.sources().stream().anyMatch(source -> source.format().equals("native"));
    List<Form> foreign =
        device.sources().stream()
            .flatMap(source -> Dialects.of(source, device.id(), site.zone()).stream())
            .toList();
    return new Voices(own, isNative ? List.of(own) : foreign, site.zone());
  }

  /** Whether it can be heard at all. */
  public boolean heard() {
    return !forms.isEmpty();
  }

  /** What was said as messages. */
  List<Message> messages(DeviceId device, List<Saying> said, Instant sendAt, boolean replay) {
    if (replay || said.get(0) instanceof Saying.Event || forms.get(0) == own) {
      return List.of(new Message(device, said, sendAt, own, replay, false));
    }
    List<Message> messages = new ArrayList<>();
    for (Form form : forms) {
      List<Saying> part = carried(said, form);
      if (form.holdsSeveral() && !part.isEmpty()) {
        messages.add(new Message(device, part, sendAt, form, false, false));
      } else {
        part.forEach(
            s -> messages.add(new Message(device, List.of(s), sendAt, form, false, false)));
      }
    }
    return messages;
  }

  /** What the broker is given to keep when the device comes on line. */
  List<Message> greetings(DeviceId device, Instant at) {
    List<Saying> online = List.of(new Saying.Values(at, Map.of(Metric.ONLINE, 1.0)));
    return forms.stream()
        .flatMap(form -> form.greeting().stream())
        .map(greeting -> new Message(device, online, at, greeting, false, true))
        .toList();
  }

  private List<Saying> carried(List<Saying> said, Form by) {
    List<Saying> part = new ArrayList<>();
    for (Saying saying : said) {
      Map<Metric, Double> values = new LinkedHashMap<>(((Saying.Values) saying).values());
      values.keySet().removeIf(metric -> first(metric) != by);
      if (!values.isEmpty()) {
        part.add(new Saying.Values(saying.at(), values));
      }
    }
    return part;
  }

  private Form first(Metric metric) {
    return forms.stream().filter(form -> form.carries(metric)).findFirst().orElse(own);
  }
}
