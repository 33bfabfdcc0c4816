package wuchang.app.detection;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.domain.finding.Episode;
import wuchang.domain.site.Site;

/**
 * A campus as what it is: canteens with people of their own, each named with its prefix ({@code
 * c07-}).
 *
 * @param episodes what the rules find in one canteen
 */
record Canteens(Site site, List<Episode> episodes) {
  private static final int PREFIX = "c01-".length();

  static List<Canteens> of(Month month) {
    Map<String, List<Episode>> byCanteen =
        month.episodes().stream()
            .collect(Collectors.groupingBy(e -> e.device().value().substring(0, PREFIX)));
    return month.site().devices().keySet().stream()
        .map(device -> device.value().substring(0, PREFIX))
        .distinct()
        .sorted()
        .map(
            prefix ->
                new Canteens(part(month.site(), prefix), byCanteen.getOrDefault(prefix, List.of())))
        .toList();
  }

  private static Site part(Site whole, String prefix) {
    return new Site(
        whole.id(),
        whole.name(),
        whole.zone(),
        whole.profile(),
        whole.diners(),
        whole.calendar(),
        only(whole.people(), id -> id.value().startsWith(prefix)),
        only(whole.areas(), id -> id.value().startsWith(prefix)),
        only(whole.devices(), id -> id.value().startsWith(prefix)),
        whole.channels(),
        whole.escalation(),
        whole.rota().stream()
            .filter(shift -> shift.who().get(0).value().startsWith(prefix))
            .toList(),
        whole.rules(),
        whole.retention());
  }

  private static <K, V> Map<K, V> only(Map<K, V> all, Function<K, Boolean> which) {
    return all.entrySet().stream()
        .filter(entry -> which.apply(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
