package wuchang.domain.site;

import java.util.List;
import wuchang.domain.PersonId;

/** Who is on duty on a level (1 to 3) in a window. */
public record RotaShift(int level, DailyWindow window, List<PersonId> who) {
  public RotaShift {
    who = List.copyOf(who);
  }
}
