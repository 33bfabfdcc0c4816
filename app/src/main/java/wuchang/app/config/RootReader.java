package wuchang.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wuchang.app.config.SiteReader.Head;
import wuchang.app.config.yaml.Section;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;

/** The whole file: every section read by its reader, then put together. */
final class RootReader {
  private final RuleVocabulary vocabulary;
  private final Path folder;

  RootReader(RuleVocabulary vocabulary, Path folder) {
    this.vocabulary = vocabulary;
    this.folder = folder;
  }

  /** What the file says; of no use when a fault has been noted. */
  Config read(Section root) {
    Register register = Register.of(root);
    Optional<Head> head = root.need("site", SiteReader.FORM);
    BrokerSettings broker = new BrokerReader(register).read(root);
    Head known = head.orElse(Head.UNKNOWN);
    Path usual = folder.resolve("data").resolve(known.id().value());
    Path data = root.get("data", FilePath.ANY, usual);
    StorageSettings storage = new StorageReader(data).read(root);
    HttpSettings http = HttpReader.read(root);
    RuleReader rules = new RuleReader(vocabulary, head.map(Head::profile));
    Site site = site(root, register, rules, known);
    root.close();
    return new Config(site, broker, storage, http, data);
  }

  private static Site site(Section root, Register register, RuleReader rules, Head head) {
    return new Site(
        head.id(),
        head.name(),
        head.zone(),
        head.profile(),
        head.diners(),
        new CalendarReader(new QuietReader(register, rules.rule())).read(root),
        by(Person::id, new PeopleReader(register).read(root)),
        by(Area::id, new AreaReader(register, rules).read(root)),
        by(Device::id, new DeviceReader(register, rules).read(root)),
        ChannelReader.read(root, register),
        DutyReader.escalation(root),
        new DutyReader(register).rota(root),
        rules.read(root),
        RetentionReader.read(root));
  }

  private static <K, V> Map<K, V> by(Function<V, K> id, List<V> things) {
    Map<K, V> map = new LinkedHashMap<>();
    things.forEach(thing -> map.put(id.apply(thing), thing));
    return map;
  }
}
