package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import wuchang.domain.site.Role;

/** The description and the routes say the same. */
class OpenApiTest extends ConsoleCase {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private Map<String, Object> document;

  @BeforeEach
  void read() throws Exception {
    try (var in = getClass().getResourceAsStream("/wuchang/console/openapi.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      document = map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
  }

  @Test
  void every_route_is_described_with_its_permission_and_nothing_else_is() {
    Map<String, String> served = new TreeMap<>();
    canteen
        .endpoints()
        .forEach(
            endpoint ->
                served.put(
                    endpoint.method() + " " + endpoint.path(),
                    endpoint
                        .needs()
                        .map(p -> p.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("open")));

    assertThat(described()).containsExactlyEntriesOf(served);
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      Object at = document;
      for (String step : reference.substring(2).split("/")) {
        at = map(at).get(step);
        assertThat(at).as(reference).isNotNull();
      }
    }
  }

  @Test
  void every_parameter_of_a_path_is_described() {
    map(document.get("paths"))
        .forEach(
            (path, item) -> {
              Set<String> named = new TreeSet<>();
              Matcher braces = Pattern.compile("\\{(\\w+)}").matcher(path);
              while (braces.find()) {
                named.add(braces.group(1));
              }
              Set<String> described = new TreeSet<>();
              list(map(item).get("parameters")).forEach(p -> described.add(name(p)));
              assertThat(described).as(path).isEqualTo(named);
            });
  }

  @Test
  void an_alert_and_a_device_have_the_fields_that_are_described() {
    open("a1");

    assertThat(fields("/api/v1/alerts/a1")).isEqualTo(properties("Alert"));
    Set<String> device = properties("Device");
    device.addAll(properties("DeviceDetail"));
    assertThat(fields("/api/v1/devices/fridge-1")).isEqualTo(device);
    assertThat(fields("/api/v1/site")).isEqualTo(properties("Site"));
    assertThat(fields("/api/v1/me")).isEqualTo(properties("Caller"));
  }

  @Test
  void is_served() {
    var answer = as(Role.VIEWER).get("/openapi.yaml");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("openapi: 3.1.0");
  }

  private Set<String> fields(String path) {
    Set<String> fields = new TreeSet<>();
    json(as(Role.ADMIN).get(path), 200).fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private Set<String> properties(String schema) {
    Map<String, Object> schemas = map(map(document.get("components")).get("schemas"));
    return new TreeSet<>(map(map(schemas.get(schema)).get("properties")).keySet());
  }

  private Map<String, String> described() {
    Map<String, String> described = new TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            Object permission = map(operation).getOrDefault("x-permission", "open");
                            described.put(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                                permission.toString());
                          }
                        }));
    return described;
  }

  private String name(Object parameter) {
    Object reference = map(parameter).get("$ref");
    if (reference == null) {
      return map(parameter).get("name").toString();
    }
    String key = reference.toString().substring(reference.toString().lastIndexOf('/') + 1);
    Map<String, Object> parameters = map(map(document.get("components")).get("parameters"));
    return map(parameters.get(key)).get("name").toString();
  }

  private static void collect(Object node, List<String> references) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if ("$ref".equals(key)) {
              references.add(value.toString());
            } else {
              collect(value, references);
            }
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, references));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }
}
