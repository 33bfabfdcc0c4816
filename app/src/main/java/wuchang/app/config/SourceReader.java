package wuchang.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;
import wuchang.ingest.profile.Profiles;

/** The key {@code sources} of a device: what feeds it, and where its payloads hold each metric. */
final class SourceReader {
  /** The formats of CONTRACT §2; {@code json} is for anything else. */
  private static final List<String> FORMATS =
      List.of(
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
          "json");

  private static final Form<String> FORMAT =
      Form.word("format", FORMATS, word -> Optional.of(word).filter(FORMATS::contains));
  private static final Profiles SHIPPED = Profiles.shipped();
  private static final Form<String> MODEL =
      Form.of("a model such as EM300-TH", text -> text)
          .only(
              "a model whose bytes can be decoded: one of " + String.join(" ", SHIPPED.models()),
              text -> SHIPPED.decoder(text).isPresent());
  private static final Form<Map<Metric, Place>> MAP =
      Form.mapping("metrics such as {temperature: /pointer}", PlaceReader::metric, PlaceReader::of);

  static final Form<Source> FORM = Form.section("a source with its format", SourceReader::source);

  private SourceReader() {}

  private static Optional<Source> source(Section source) {
    Optional<String> format = source.need("format", FORMAT);
    Optional<String> id = source.get("id", As.TEXT);
    boolean json = format.equals(Optional.of("json"));
    Optional<String> topic =
        json ? source.need("topic", Topics.FILTER) : source.get("topic", Topics.FILTER);
    Optional<String> model = source.get("model", MODEL);
    Optional<Map<Metric, Place>> map = json ? source.need("map", MAP) : source.get("map", MAP);
    return format.map(f -> new Source(f, id, topic, model, map.orElse(Map.of())));
  }
}
