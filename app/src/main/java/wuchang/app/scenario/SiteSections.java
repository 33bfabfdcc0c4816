package wuchang.app.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.app.config.yaml.Fault;
import wuchang.app.config.yaml.Faults;
import wuchang.app.config.yaml.Place;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.YamlReader;
import wuchang.domain.site.Site;
import wuchang.simulators.scenario.Canteens;

/** The site's sections of a scenario: read as a configuration, and said again for each canteen. */
final class SiteSections {
  /** The outermost keys of a configuration. */
  static final List<String> KEYS =
      List.of(
          "site",
          "broker",
          "storage",
          "http",
          "data",
          "calendar",
          "people",
          "areas",
          "devices",
          "channels",
          "escalation",
          "rota",
          "rules",
          "retention");

  /** What the scenario leaves open, so that the file can be served as it is. */
  private static final List<List<String>> OPEN =
      List.of(
          List.of("broker", "broker: {embedded: {host: 127.0.0.1, port: 1883}}"),
          List.of("storage", "storage: {embedded: {dir: data/%s/db, port: 0}}"),
          List.of("http", "http: {host: 127.0.0.1, port: 8080}"),
          List.of("data", "data: data/%s"));

  /** The site, and the text of the configuration that has it. */
  record Found(Site site, String configuration) {}

  private final ConfigReader configurations;
  private final Canteens canteens;
  private final Faults faults;

  SiteSections(ConfigReader configurations, Canteens canteens, Faults faults) {
    this.configurations = configurations;
    this.canteens = canteens;
    this.faults = faults;
  }

  /** What the file says of a site; empty when its faults have been noted. */
  Optional<Found> read(ScenarioFile file) {
    Optional<Section> root =
        YamlReader.read(file.bytes(), ScenarioReader.document(file, new Faults()));
    if (root.isEmpty()) {
      faults.add(Place.startOf(file.name()), "no YAML; expected a site's sections");
      return Optional.empty();
    }
    Kept kept = new Kept(file.text(), root.get());
    String text = kept.only(KEYS::contains);
    Optional<Site> one = site(file, text);
    if (one.isEmpty()) {
      return Optional.empty();
    }
    String whole = canteens.count() == 1 ? text.strip() + "\n" : new Campus(canteens).repeat(text);
    String configuration = head(one.get()) + whole + rest(one.get(), kept);
    return site(file, configuration).map(site -> new Found(site, configuration));
  }

  private Optional<Site> site(ScenarioFile file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Outcome outcome = configurations.read(file.name(), file.folder(), bytes);
    if (outcome instanceof Outcome.Invalid invalid) {
      for (Fault fault : invalid.faults()) {
        faults.add(fault.place(), fault.text());
      }
      return Optional.empty();
    }
    return Optional.of(((Outcome.Valid) outcome).config().site());
  }

  private static String head(Site site) {
    return "# The site " + site.id() + " of a simulated scenario; see wuchang.example.yaml.\n\n";
  }

  private static String rest(Site site, Kept kept) {
    StringBuilder rest = new StringBuilder("\n# What the scenario leaves open.\n");
    for (List<String> open : OPEN) {
      if (!kept.has(open.get(0))) {
        rest.append(open.get(1).replace("%s", site.id().value())).append('\n');
      }
    }
    return rest.toString();
  }
}
