package wuchang.ingest.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every format but the native ones. Some remember what they were told, so each intake has a set of
 * its own, used by one thread.
 */
public final class Formats {
  /** Where bodies of Hikvision's pushes over HTTP are handed in; no client can publish there. */
  public static final String HIKVISION_TOPIC = Hikvision.TOPIC;

  private final Map<String, Format> byName = new LinkedHashMap<>();

  public Formats() {
    for (Format format :
        List.of(
            new ChirpStack(),
            new ThingsStack(),
            new Zigbee2Mqtt(),
            new Tasmota(),
            new Shelly(),
            new Neuron(),
            new HomeAssistant(),
            new Sparkplug(),
            new Hikvision(),
            new Dahua(),
            Meters.dlt645(),
            Meters.cjt188(),
            new AnyJson("json"))) {
      byName.put(format.name(), format);
    }
  }

  public Optional<Format> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Set<String> names() {
    return byName.keySet();
  }
}
