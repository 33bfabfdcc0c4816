package wuchang.simulators.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;

/**
 * The canteens of a site that is made of several alike: each has its own areas, people and devices,
 * whose ids begin with its number.
 *
 * @param count 1: the site is one canteen, and ids are as they are
 */
public record Canteens(int count) {
  /** More would have ids of another width. */
  public static final int MOST = 9_999;

  public static final Canteens ONE = new Canteens(1);

  public Canteens {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(count + " canteens; expected 1 to " + MOST);
    }
  }

  /**
   * One canteen.
   *
   * @param number from 0
   * @param site only what belongs to it
   * @param traced its devices that play a recorded trace
   */
  record Part(int number, Site site, Set<DeviceId> traced) {}

  /** What stands before the ids of the n-th canteen, from 0: {@code c07-}. */
  public String prefix(int number) {
    int width = count > 999 ? 4 : count > 99 ? 3 : 2;
    return count == 1 ? "" : String.format(Locale.ROOT, "c%0" + width + "d-", number + 1);
  }

  /** The site, canteen by canteen. */
  List<Part> of(Site site, Set<DeviceId> traced) {
    if (count == 1) {
      return List.of(new Part(0, site, traced));
    }
    List<Site> sites = split(site, IntStream.range(0, count).mapToObj(this::prefix).toList());
    List<Part> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Set<DeviceId> own = new HashSet<>(traced);
      own.retainAll(sites.get(number).devices().keySet());
      all.add(new Part(number, sites.get(number), own));
    }
    return all;
  }

  private static List<Site> split(Site site, List<String> prefixes) {
    Map<String, Map<PersonId, Person>> people = byPrefix(site.people(), id -> id.value());
    Map<String, Map<AreaId, Area>> areas = byPrefix(site.areas(), id -> id.value());
    Map<String, Map<DeviceId, Device>> devices = byPrefix(site.devices(), DeviceId::value);
    return prefixes.stream()
        .map(
            prefix ->
                new Site(
                    site.id(),
                    site.name(),
                    site.zone(),
                    site.profile(),
                    site.diners(),
                    site.calendar(),
                    people.getOrDefault(prefix, Map.of()),
                    areas.getOrDefault(prefix, Map.of()),
                    devices.getOrDefault(prefix, Map.of()),
                    site.channels(),
                    site.escalation(),
                    site.rota(),
                    site.rules(),
                    site.retention()))
        .toList();
  }

  private static <K, V> Map<String, Map<K, V>> byPrefix(Map<K, V> all, Function<K, String> id) {
    Map<String, Map<K, V>> parts = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          String text = id.apply(key);
          String prefix = text.substring(0, text.indexOf('-') + 1);
          parts.computeIfAbsent(prefix, p -> new LinkedHashMap<>()).put(key, value);
        });
    return parts;
  }
}
