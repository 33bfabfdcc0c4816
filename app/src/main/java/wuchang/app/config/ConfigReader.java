package wuchang.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wuchang.app.config.yaml.Document;
import wuchang.app.config.yaml.Faults;
import wuchang.app.config.yaml.Place;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.YamlReader;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.site.RuleOverride;

/**
 * Reads {@code wuchang.yaml}. It never throws because of what a file says: everything that is wrong
 * comes back at once, as values. Reads the files that secrets stand in, and writes nothing.
 */
public final class ConfigReader {
  private static final int LARGEST = 2 * 1024 * 1024;

  private final RuleVocabulary vocabulary;
  private final Function<String, Optional<String>> environment;

  /** {@code environment} answers for {@code ${ENV_NAME}}; empty means not set. */
  public ConfigReader(RuleVocabulary vocabulary, Function<String, Optional<String>> environment) {
    this.vocabulary = vocabulary;
    this.environment = environment;
  }

  /** Reads a file; faults name it as it is named here. */
  public Outcome read(Path file) {
    return read(file, new Faults());
  }

  /** The files that a valid configuration names to be read: passwords, certificates and keys. */
  public List<Path> beside(Path file) {
    Faults noted = new Faults();
    read(file, noted);
    return noted.files();
  }

  private Outcome read(Path file, Faults faults) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      Path folder = file.toAbsolutePath().normalize().getParent();
      return read(new Document(file.toString(), folder, environment, faults), bytes);
    } catch (NoSuchFileException e) {
      return unreadable(file, "there is no such file; expected a configuration");
    } catch (IOException e) {
      return unreadable(file, "the file cannot be read; expected a configuration");
    }
  }

  /** Reads a file with a {@code rules:} map and nothing else, for a site of that profile. */
  public Draft readDraft(Path file, Profile profile) {
    Faults faults = new Faults();
    String name = file.toString();
    Path folder = file.toAbsolutePath().normalize().getParent();
    Map<RuleId, RuleOverride> rules = Map.of();
    try (InputStream in = Files.newInputStream(file)) {
      Document document = new Document(name, folder, environment, faults);
      rules =
          YamlReader.read(in.readNBytes(LARGEST), document)
              .map(root -> rules(root, profile))
              .orElse(Map.of());
    } catch (NoSuchFileException e) {
      faults.add(Place.startOf(name), "there is no such file; expected a file with rules");
    } catch (IOException e) {
      faults.add(Place.startOf(name), "the file cannot be read; expected a file with rules");
    }
    return new Draft(rules, faults.faults(), faults.warnings());
  }

  private Map<RuleId, RuleOverride> rules(Section root, Profile profile) {
    if (root.value("rules").isEmpty()) {
      root.lacks("rules", "rules by their ids");
    }
    Map<RuleId, RuleOverride> rules = new RuleReader(vocabulary, Optional.of(profile)).read(root);
    root.close();
    return rules;
  }

  /** Reads the bytes of a file called {@code name}, whose relative paths start at a folder. */
  public Outcome read(String name, Path folder, byte[] bytes) {
    return read(new Document(name, folder, environment, new Faults()), bytes);
  }

  private Outcome read(Document document, byte[] bytes) {
    Faults faults = document.faults();
    if (bytes.length > LARGEST) {
      faults.add(
          Place.startOf(document.file()),
          "the file is larger than 2 MiB; expected a configuration");
      return new Outcome.Invalid(faults.faults(), faults.warnings());
    }
    Optional<Config> config =
        YamlReader.read(bytes, document)
            .map(root -> new RootReader(vocabulary, document.folder()).read(root));
    return faults.faults().isEmpty()
        ? new Outcome.Valid(config.orElseThrow(), faults.warnings())
        : new Outcome.Invalid(faults.faults(), faults.warnings());
  }

  private static Outcome unreadable(Path file, String reason) {
    Faults faults = new Faults();
    faults.add(Place.startOf(file.toString()), reason);
    return new Outcome.Invalid(faults.faults(), faults.warnings());
  }
}
