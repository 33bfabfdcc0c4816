package wuchang.rules.catalogue;

import java.util.List;
import java.util.Set;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.Patrols;
import wuchang.rules.kind.Repeats;
import wuchang.rules.kind.Samples;

/** Kinds about what people are to do, and to write down. */
final class ProcessKinds {
  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule(
                  "samples",
                  Set.of("least", "keep", "lasts"),
                  Set.of(),
                  Set.of("why", "meal", "count", "person"),
                  ProcessKinds::samples)
              .in(place -> !place.site().calendar().meals().isEmpty()),
          new KindOfRule("patrol", Set.of("deadline"), Set.of(), Set.of(), ProcessKinds::patrol)
              .in(Place::standsForArea),
          new KindOfRule(
              "repeats",
              Set.of("grade", "count", "window", "effect"),
              Set.of(),
              Set.of("rule", "count", "first"),
              ProcessKinds::repeats));

  private ProcessKinds() {}

  private static Kind<?> samples(Made made) {
    return new Samples(
        made.place().device().id().value(),
        made.place().isFirstOfItsKind(),
        made.place().serviceDays(),
        made.in("least", Unit.GRAM),
        made.millis("keep"),
        made.millis("lasts"));
  }

  /** The grade counts from notice, which is 0. */
  private static Kind<?> repeats(Made made) {
    return new Repeats(
        made.place().device().id().value(),
        Severity.values()[(int) made.in("grade", Unit.ONE)],
        (int) made.in("count", Unit.ONE),
        made.millis("window"),
        made.millis("effect"));
  }

  private static Kind<?> patrol(Made made) {
    return new Patrols(
        made.place().device().area().value(), made.millis("deadline"), made.place().serviceDays());
  }
}
