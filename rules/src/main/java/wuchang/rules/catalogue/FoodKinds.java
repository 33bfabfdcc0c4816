package wuchang.rules.catalogue;

import java.util.List;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.rules.kernel.DefrostHealth;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.Cooling;
import wuchang.rules.kind.DangerZone;
import wuchang.rules.kind.Idle;
import wuchang.rules.kind.Openings;

/** Kinds about what keeps food cold, cools it or keeps it hot. */
final class FoodKinds {
  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule(
              "defrost-health",
              Set.of("longest", "most", "none"),
              Set.of(),
              Set.of("fault", "lasted"),
              FoodKinds::defrostHealth),
          new KindOfRule(
              "cooling",
              Set.of("hot", "middle", "cold", "first", "second"),
              Set.of(),
              Set.of("value", "limit", "began"),
              FoodKinds::cooling),
          new KindOfRule(
              "danger-zone",
              Set.of("below", "gone", "longest"),
              Set.of(),
              Set.of("value", "limit", "sum"),
              FoodKinds::dangerZone),
          new KindOfRule("idle", Set.of(), Set.of(), Set.of("last_opened"), FoodKinds::idle),
          new KindOfRule(
              "openings",
              Set.of("longest", "share", "least", "most"),
              Set.of(),
              Set.of("openings", "slow", "longest", "busiest"),
              FoodKinds::openings));

  private FoodKinds() {}

  private static Kind<?> defrostHealth(Made made) {
    return new DefrostHealth(
        made.millis("longest"),
        (int) made.in("most", Unit.ONE),
        made.millis("none"),
        made.place().maxGap());
  }

  private static Kind<?> cooling(Made made) {
    return new Cooling(
        made.place().device().id().value(),
        made.in("hot", Unit.CELSIUS),
        made.in("middle", Unit.CELSIUS),
        made.in("cold", Unit.CELSIUS),
        made.millis("first"),
        made.millis("second"));
  }

  private static Kind<?> dangerZone(Made made) {
    return new DangerZone(
        made.in("below", Unit.CELSIUS),
        made.in("gone", Unit.CELSIUS),
        made.millis("longest"),
        made.place().maxGap());
  }

  private static Kind<?> idle(Made made) {
    return new Idle(made.place().days());
  }

  private static Kind<?> openings(Made made) {
    return new Openings(
        made.millis("longest"),
        made.in("share", Unit.PERCENT),
        (int) made.in("least", Unit.ONE),
        (int) made.in("most", Unit.ONE),
        made.place().windows(Set.of(Use.Window.PREP)),
        made.place().site().zone());
  }
}
