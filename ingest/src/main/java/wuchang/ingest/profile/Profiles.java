package wuchang.ingest.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wuchang.ingest.frame.RadioDecoder;

/** The profiles that are shipped, by format, and the models whose bytes can be decoded. */
public final class Profiles {
  private static final String[] FORMATS = {
    "native",
    "thingsboard",
    "chirpstack",
    "tts",
    "zigbee2mqtt",
    "tasmota",
    "shelly",
    "neuron",
    "homeassistant",
    "sparkplug",
    "hikvision",
    "dahua",
    "dlt645",
    "cjt188",
    "json"
  };

  private final Map<String, Profile> byFormat = new HashMap<>();
  private final Map<String, RadioDecoder> byModel = new TreeMap<>();

  private Profiles() {
    for (String format : FORMATS) {
      byFormat.put(format, ProfileFile.profile(ProfileFile.tree(format + ".yaml")));
    }
    JsonNode models = ProfileFile.tree("models.yaml");
    models
        .properties()
        .forEach(each -> byModel.put(each.getKey(), RadioDecoder.of(each.getValue().textValue())));
  }

  /** Reads what is shipped. */
  public static Profiles shipped() {
    return new Profiles();
  }

  public Profile of(String format) {
    return Optional.ofNullable(byFormat.get(format)).orElseThrow();
  }

  /** The models that are known, in lower case. */
  public java.util.Set<String> models() {
    return byModel.keySet();
  }

  /** The decoder of the model that a text names somewhere, as the name of a device profile does. */
  public Optional<RadioDecoder> decoder(String text) {
    String words = text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return byModel.entrySet().stream()
        .filter(each -> words.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
