package wuchang.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wuchang.domain.Language;

/**
 * The dashboards that are shipped are those of their short form. With {@code
 * -Dwuchang.dashboards.write} they are written anew.
 */
class DashboardsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SHIPPED = Sources.ROOT.resolve("dashboards");

  @Test
  void stand_in_both_languages_as_their_short_form_says() throws IOException {
    Map<String, String> made = new TreeMap<>();
    for (Map<String, Object> source : Sources.dashboards()) {
      for (Language language : Language.values()) {
        String name = language.code() + "/" + source.get("id") + ".json";
        made.put(name, pretty(DashboardJson.of(source, language)));
      }
    }
    if (System.getProperty("wuchang.dashboards.write") != null) {
      write(made);
    }

    assertThat(made).hasSize(18);
    for (Map.Entry<String, String> file : made.entrySet()) {
      assertThat(SHIPPED.resolve(file.getKey())).hasContent(file.getValue());
    }
    assertThat(shipped()).hasSize(made.size());
  }

  @Test
  void have_ids_of_their_own_and_panels_that_do_not_lie_on_each_other() throws IOException {
    Set<String> uids = new HashSet<>();
    for (JsonNode dashboard : shipped()) {
      assertThat(uids.add(dashboard.path("uid").textValue())).isTrue();
      assertThat(dashboard.path("uid").textValue()).hasSizeLessThanOrEqualTo(40);
      Set<Integer> ids = new HashSet<>();
      Set<String> cells = new HashSet<>();
      for (JsonNode panel : dashboard.path("panels")) {
        assertThat(ids.add(panel.path("id").intValue())).isTrue();
        JsonNode grid = panel.path("gridPos");
        assertThat(grid.path("x").intValue() + grid.path("w").intValue()).isBetween(1, 24);
        for (int x = 0; x < grid.path("w").intValue(); x++) {
          for (int y = 0; y < grid.path("h").intValue(); y++) {
            int column = grid.path("x").intValue() + x;
            int row = grid.path("y").intValue() + y;
            assertThat(cells.add(column + "," + row)).as(panel.path("title").textValue()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void say_what_each_panel_is_from_where_and_in_which_unit() throws IOException {
    Set<String> sources = Set.of(DashboardJson.DATABASE, DashboardJson.METRICS);
    for (JsonNode dashboard : shipped()) {
      for (JsonNode panel : dashboard.path("panels")) {
        if (panel.path("type").textValue().equals("row")) {
          continue;
        }
        String title = panel.path("title").textValue();
        assertThat(title).isNotBlank();
        assertThat(panel.path("description").textValue()).as(title).isNotBlank();
        assertThat(panel.path("targets")).as(title).isNotEmpty();
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        assertThat(defaults.path("unit").textValue()).as(title).isNotBlank();
        assertThat(defaults.path("thresholds").path("steps")).as(title).isNotEmpty();
        for (JsonNode target : panel.path("targets")) {
          assertThat(sources).contains(target.path("datasource").path("uid").textValue());
        }
      }
    }
  }

  @Test
  void use_only_variables_that_they_have() throws IOException {
    for (JsonNode dashboard : shipped()) {
      Set<String> known = new TreeSet<>(Set.of("__data", "__all"));
      dashboard.path("templating").path("list").forEach(v -> known.add(v.path("name").asText()));
      Set<String> used = new TreeSet<>();
      java.util.regex.Matcher matcher =
          java.util.regex.Pattern.compile("\\$\\{(\\w+)").matcher(dashboard.toString());
      while (matcher.find()) {
        used.add(matcher.group(1));
      }
      assertThat(known).as(dashboard.path("uid").textValue()).containsAll(used);
    }
  }

  @Test
  void show_no_id_that_is_there_for_a_link_only() throws IOException {
    for (JsonNode dashboard : shipped()) {
      for (JsonNode panel : dashboard.path("panels")) {
        if (panel.toString().contains("__data.fields.id")) {
          JsonNode overrides = panel.path("fieldConfig").path("overrides");
          assertThat(overrides.toString())
              .as(panel.path("title").textValue())
              .contains("{\"id\":\"byName\",\"options\":\"id\"}", "custom.hideFrom.viz");
        }
      }
    }
  }

  @Test
  void are_the_same_in_both_languages_but_for_the_words() throws IOException {
    for (Map<String, Object> source : Sources.dashboards()) {
      ObjectNode zh = DashboardJson.of(source, Language.ZH);
      ObjectNode en = DashboardJson.of(source, Language.EN);
      assertThat(zh.path("panels")).hasSameSizeAs(en.path("panels"));
      assertThat(zh.path("title").textValue()).isNotEqualTo(en.path("title").textValue());
      assertThat(en.toString().codePoints().filter(c -> Character.isIdeographic(c)).count())
          .as(en.path("title").textValue())
          .isLessThanOrEqualTo(10);
    }
  }

  static List<JsonNode> shipped() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (Language language : Language.values()) {
      try (var files = Files.list(SHIPPED.resolve(language.code()))) {
        for (Path file : files.sorted().toList()) {
          all.add(JSON.readTree(file.toFile()));
        }
      }
    }
    return all;
  }

  private static String pretty(ObjectNode dashboard) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(dashboard) + "\n";
  }

  private static void write(Map<String, String> made) throws IOException {
    for (Map.Entry<String, String> file : made.entrySet()) {
      Path path = SHIPPED.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
