package wuchang.app.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.RotaShift;

/** The sections {@code escalation} and {@code rota}: who is told, and after how long. */
final class DutyReader {
  private static final int LEVELS = 3;
  private static final Form<List<Duration>> STEPS =
      Measured.DURATION
          .list()
          .only("one to three durations, none shorter than the one before", DutyReader::isRising);

  private final Form<PersonId> person;

  DutyReader(Register register) {
    this.person = Form.reference("person", "a person", register.people(), PersonId::of);
  }

  /** What is not said stays as the default has it. */
  static Escalation escalation(Section root) {
    return root.get(
        "escalation",
        Form.section("durations by severity", DutyReader::levels),
        Escalation.DEFAULT);
  }

  List<RotaShift> rota(Section root) {
    return root.get(
        "rota", Form.section("a shift with who is on it", this::shift).list(), List.of());
  }

  private static Optional<Escalation> levels(Section escalation) {
    Map<Severity, List<Duration>> levels = new EnumMap<>(Severity.class);
    levels.putAll(Escalation.DEFAULT.levels());
    for (Severity severity : Severity.values()) {
      escalation.get(severity.word(), STEPS).ifPresent(steps -> levels.put(severity, steps));
    }
    return Optional.of(new Escalation(levels));
  }

  private Optional<RotaShift> shift(Section shift) {
    int level = shift.get("level", As.count(1, LEVELS), 1);
    Set<DayOfWeek> days = shift.get("days", When.DAYS, When.EVERY_DAY);
    Optional<DailyWindow> time = shift.need("time", When.HOURS);
    Optional<List<PersonId>> who =
        shift.need("who", person.list().only("at least one person", p -> !p.isEmpty()));
    return time.flatMap(t -> who.map(w -> new RotaShift(level, When.on(days, t), w)));
  }

  private static boolean isRising(List<Duration> steps) {
    boolean rising = !steps.isEmpty() && steps.size() <= LEVELS;
    for (int i = 1; i < steps.size(); i++) {
      rising &= steps.get(i).compareTo(steps.get(i - 1)) >= 0;
    }
    return rising;
  }
}
