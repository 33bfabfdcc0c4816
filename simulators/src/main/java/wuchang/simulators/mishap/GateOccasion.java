package wuchang.simulators.mishap;

import java.time.LocalDate;
import wuchang.domain.site.Area;
import wuchang.domain.site.Site;
import wuchang.simulators.people.Roster;

/** What must be the case at a gate for a mishap to be wrong. */
enum GateOccasion implements Occasion {
  /** Food is handled behind it. */
  FOOD_AREA {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      return site.device(mishap.device())
          .flatMap(gate -> site.area(gate.area()))
          .filter(Area::food)
          .isPresent();
    }
  },
  /** It is the door of a special room, and somebody works that day who does not work there. */
  SPECIAL_ROOM {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      return Roster.isSpecial(site, mishap.device())
          && Roster.of(site, seed).unassigned(day(mishap, site), mishap.device()).isPresent();
    }
  },
  /** The site knows somebody with a card and without a valid health certificate. */
  UNCERTIFIED {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      return Roster.of(site, seed).uncertified(day(mishap, site)).isPresent();
    }
  },
  /** Somebody begins to work meanwhile. */
  SOMEBODY_COMES {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      return Roster.of(site, seed).arrivals(day(mishap, site)).stream()
          .anyMatch(walk -> walk.gate().equals(mishap.device()) && mishap.isActive(walk.at()));
    }
  };

  private static LocalDate day(Mishap mishap, Site site) {
    return site.local(mishap.onset()).toLocalDate();
  }
}
