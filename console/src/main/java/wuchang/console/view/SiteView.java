package wuchang.console.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.console.access.Account;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.Site;

/**
 * What the page must know of the site: its areas in order and the names behind the ids.
 *
 * @param people names by id; nothing else of a person leaves the server
 * @param now the system's time, which need not be the reader's
 */
public record SiteView(
    String id,
    Text name,
    String timezone,
    List<AreaView> areas,
    Map<String, String> people,
    Instant now) {

  /** An area that the reader may see. */
  public record AreaView(String id, Text name, boolean food, Optional<String> responsible) {
    static AreaView of(Area area) {
      return new AreaView(
          area.id().value(), area.name(), area.food(), area.responsible().map(PersonId::value));
    }
  }

  public static SiteView of(Site site, Account reader, Instant now) {
    Map<String, String> people = new LinkedHashMap<>();
    site.people().values().forEach(person -> people.put(person.id().value(), person.name()));
    return new SiteView(
        site.id().value(),
        site.name(),
        site.zone().getId(),
        site.areas().values().stream()
            .filter(area -> reader.sees(area.id(), site))
            .map(AreaView::of)
            .toList(),
        people,
        now);
  }
}
