package wuchang.app.scenario;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.yaml.Document;
import wuchang.app.config.yaml.Fault;
import wuchang.app.config.yaml.Faults;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Place;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.app.config.yaml.YamlReader;
import wuchang.domain.Text;
import wuchang.simulators.scenario.Canteens;

/**
 * Reads scenarios: the site's own sections as {@code wuchang.yaml} has them, and beside them what
 * is to happen there. Everything that is wrong is found at once, each fault with its place.
 */
public final class ScenarioReader {
  private static final Form<Canteens> CANTEENS = SayHow.count(1, Canteens.MOST).map(Canteens::new);

  private static final Form<Text> ABOUT =
      Form.either(
          "a line about it, or {zh: …, en: …}",
          SayHow.TEXT.map(Text::same),
          Form.section("{zh: …, en: …}", ScenarioReader::bilingual));

  private final ConfigReader configurations;

  /** One that has the sections of the site read as every configuration is. */
  public ScenarioReader(ConfigReader configurations) {
    this.configurations = configurations;
  }

  /** The shipped ones by name, each with a line about it. */
  public Map<String, Text> shipped() throws IOException {
    Map<String, Text> all = new LinkedHashMap<>();
    for (String name : ScenarioFile.SHIPPED) {
      ScenarioFile file = ScenarioFile.open(name, Path.of(""));
      Optional<Section> root = YamlReader.read(file.bytes(), document(file, new Faults()));
      all.put(name, root.flatMap(r -> r.get("about", ABOUT)).orElse(Text.same("")));
    }
    return all;
  }

  /**
   * Reads a file, or a shipped one by its name.
   *
   * @throws InvalidScenario with every fault
   */
  public ReadScenario read(String nameOrFile) throws InvalidScenario {
    Faults faults = new Faults();
    Optional<ReadScenario> read = read(open(nameOrFile, faults), faults);
    if (!faults.faults().isEmpty()) {
      throw new InvalidScenario(faults.faults().stream().map(Fault::toString).toList());
    }
    return read.orElseThrow();
  }

  private static Optional<ScenarioFile> open(String nameOrFile, Faults faults) {
    try {
      return Optional.of(ScenarioFile.open(nameOrFile, Path.of("")));
    } catch (NoSuchFileException e) {
      faults.add(
          Place.startOf(nameOrFile),
          "there is no such scenario; expected a file, or one of "
              + String.join(" ", ScenarioFile.SHIPPED));
    } catch (IOException e) {
      faults.add(
          Place.startOf(nameOrFile),
          "the file cannot be read; expected a scenario of at most 8 MiB");
    }
    return Optional.empty();
  }

  private Optional<ReadScenario> read(Optional<ScenarioFile> opened, Faults faults) {
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    ScenarioFile file = opened.get();
    Optional<Section> root = YamlReader.read(file.bytes(), document(file, faults));
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Section whole = root.get();
    Text about = whole.get("about", ABOUT, Text.same(file.name()));
    Canteens canteens = whole.get("canteens", CANTEENS, Canteens.ONE);
    SiteSections sites = new SiteSections(configurations, canteens, faults);
    Optional<ScenarioFile> source = source(whole, file);
    Optional<SiteSections.Found> site = source.flatMap(sites::read);
    BodyReader body = new BodyReader(whole, file.folder(), canteens);
    Optional<ReadScenario> read =
        site.map(s -> new ReadScenario(body.read(s.site()), s.configuration(), about));
    if (site.isEmpty()) {
      whole.leaveRest();
    }
    SiteSections.KEYS.forEach(whole::value);
    whole.close();
    return read;
  }

  /** The file whose site it is. */
  private static Optional<ScenarioFile> source(Section whole, ScenarioFile file) {
    Optional<Value> like = whole.value("like");
    if (like.isEmpty()) {
      return Optional.of(file);
    }
    for (String key : SiteSections.KEYS) {
      whole
          .value(key)
          .ifPresent(v -> v.fault(key + " stands beside like; expected only one of the two"));
    }
    Optional<String> name = like.get().text("the name of a shipped scenario, or a file");
    try {
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(ScenarioFile.open(name.get(), file.folder()));
    } catch (IOException e) {
      like.get()
          .fault(
              "like"
                  + like.get().shown()
                  + " cannot be read; expected example, a file, or one of "
                  + String.join(" ", ScenarioFile.SHIPPED));
      return Optional.empty();
    }
  }

  static Document document(ScenarioFile file, Faults faults) {
    return new Document(file.name(), file.folder(), name -> Optional.empty(), faults);
  }

  private static Optional<Text> bilingual(Section about) {
    Optional<String> zh = about.need("zh", SayHow.TEXT);
    Optional<String> en = about.need("en", SayHow.TEXT);
    return zh.flatMap(z -> en.map(e -> new Text(z, e)));
  }
}
