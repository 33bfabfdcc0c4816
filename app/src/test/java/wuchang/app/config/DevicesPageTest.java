package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.site.Site;
import wuchang.ingest.Intake;

/** What docs/devices.md tells people to write is valid. */
class DevicesPageTest {
  private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "devices.md"));
  }

  private static List<String> snippets() throws IOException {
    List<String> snippets = new ArrayList<>();
    Matcher matcher = SNIPPET.matcher(page());
    while (matcher.find()) {
      snippets.add(matcher.group(1));
    }
    return snippets;
  }

  private static String site(String devices) {
    return "site: {id: east}\nareas: [{id: kitchen}]\ndevices:\n" + devices;
  }

  @Test
  void every_snippet_is_valid_without_a_warning(@TempDir Path folder) throws IOException {
    ConfigFolder config = new ConfigFolder(folder);
    assertThat(snippets()).hasSizeGreaterThan(8);
    for (String snippet : snippets()) {
      assertThat(config.valid(site(snippet)).site().devices()).as(snippet).isNotEmpty();
    }
  }

  @Test
  void every_format_has_a_snippet(@TempDir Path folder) throws IOException {
    Site all = new ConfigFolder(folder).valid(site(String.join("", snippets()))).site();
    Set<String> formats =
        all.devices().values().stream()
            .flatMap(device -> device.sources().stream())
            .map(source -> source.format())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(formats)
        .containsExactly(
            "chirpstack",
            "cjt188",
            "dahua",
            "dlt645",
            "hikvision",
            "homeassistant",
            "json",
            "neuron",
            "shelly",
            "sparkplug",
            "tasmota",
            "thingsboard",
            "tts",
            "zigbee2mqtt");
    assertThat(Intake.topicsOf(all)).contains("zigbee2mqtt/#", "dtu/7/up", "spBv1.0/#");
  }
}
