package wuchang.rules.catalogue;

import java.util.List;
import java.util.Set;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.ForcedOpen;
import wuchang.rules.kind.HeldOpen;

/** Kinds about doors. */
final class GateKinds {
  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule(
              "held-open", Set.of("ordered"), Set.of(), Set.of("reported_by"), GateKinds::heldOpen),
          new KindOfRule(
              "forced-open",
              Set.of("grace", "forget"),
              Set.of(),
              Set.of("reported_by"),
              GateKinds::forcedOpen));

  private GateKinds() {}

  private static Kind<?> heldOpen(Made made) {
    long ordered = Math.max(made.millis("ordered"), made.millis("tolerate"));
    return new HeldOpen(made.place().access(), ordered);
  }

  private static Kind<?> forcedOpen(Made made) {
    return new ForcedOpen(made.millis("grace"), made.millis("forget"));
  }
}
