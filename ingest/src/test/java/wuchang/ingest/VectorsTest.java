package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import wuchang.domain.Unit;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;

/** What real devices send, and what has to become of it: {@code vectors/*.yaml}. */
class VectorsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:05Z");

  @TestFactory
  Stream<DynamicContainer> each_message_becomes_what_it_means() {
    return Stream.of("lorawan", "wifi-and-zigbee", "gateways", "gates")
        .map(name -> DynamicContainer.dynamicContainer(name, tests(file(name + ".yaml"))));
  }

  private static Stream<DynamicTest> tests(JsonNode file) {
    List<Device> devices = new ArrayList<>();
    file.path("devices").forEach(each -> devices.add(device(each)));
    Site site = Sites.east(devices.toArray(Device[]::new));
    Intake intake = new Intake(() -> site);
    return StreamSupport.stream(file.path("vectors").spliterator(), false)
        .map(
            each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each, intake)));
  }

  private static void check(JsonNode vector, Intake intake) {
    Instant arrived =
        Optional.ofNullable(vector.path("arrived").textValue()).map(Instant::parse).orElse(NOW);
    byte[] payload = vector.path("payload").asText().getBytes(UTF_8);
    boolean retained = vector.path("retained").asBoolean();

    Decoded decoded = intake.decode(vector.path("topic").asText(), payload, retained, arrived);

    assertThat(decoded.observations().stream().map(VectorsTest::brief))
        .containsExactlyInAnyOrderElementsOf(texts(vector.path("expect")));
    assertThat(
            decoded.rejected().stream()
                .map(r -> r.device().map(Object::toString).orElse("-") + " " + r.reason().word()))
        .containsExactlyElementsOf(texts(vector.path("rejected")));
    if (vector.has("strangers")) {
      assertThat(decoded.strangers().stream().map(s -> s.name() + " " + s.format()))
          .containsExactlyElementsOf(texts(vector.path("strangers")));
    }
  }

  /** {@code device metric=value flaw @time replay retained}, each as far as there is one. */
  private static String brief(Observation observation) {
    StringBuilder brief = new StringBuilder(observation.device().value()).append(' ');
    if (observation instanceof Reading reading) {
      brief.append(reading.metric()).append('=').append(plain(reading.value()));
      if (reading.flaw() != Flaw.NONE) {
        brief.append(' ').append(reading.flaw().word());
      }
    } else if (observation instanceof GateEvent event) {
      brief.append(event.what().word());
      Stream.of(event.person(), event.card(), event.direction(), event.method(), event.reason())
          .forEach(word -> brief.append('|').append(word));
    }
    if (observation.provenance().ownTime()) {
      brief.append(" @").append(observation.time());
    }
    brief.append(observation.provenance().replay() ? " replay" : "");
    brief.append(observation.provenance().retained() ? " retained" : "");
    return brief.toString();
  }

  private static String plain(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toPlainString();
  }

  private static Device device(JsonNode node) {
    Source source =
        new Source(
            node.path("format").asText(),
            Optional.ofNullable(node.path("source").textValue()),
            Optional.ofNullable(node.path("topic").textValue()),
            Optional.ofNullable(node.path("model").textValue()),
            map(node.path("map")));
    DeviceKind kind = DeviceKind.of(node.path("kind").asText()).orElseThrow();
    return Sites.device(node.path("id").asText(), kind, source);
  }

  private static java.util.Map<Metric, Place> map(JsonNode node) {
    java.util.Map<Metric, Place> map = new java.util.HashMap<>();
    node.properties().forEach(each -> map.put(Metric.of(each.getKey()), place(each.getValue())));
    return map;
  }

  private static Place place(JsonNode node) {
    List<Double> sentinels = new ArrayList<>();
    node.path("sentinels").forEach(each -> sentinels.add(each.asDouble()));
    return new Place(
        node.isTextual() ? node.textValue() : node.path("pointer").textValue(),
        Optional.ofNullable(node.path("unit").textValue()).map(u -> Unit.of(u).orElseThrow()),
        node.path("scale").asDouble(1),
        node.path("offset").asDouble(0),
        node.path("invert").asBoolean(),
        sentinels);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static JsonNode file(String name) {
    try (InputStream in = VectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      Object yaml = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
      return new JsonMapper().valueToTree(yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
