package wuchang.rules.catalogue;

import java.util.List;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.site.DeviceKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.AfterHours;
import wuchang.rules.kind.Certificates;
import wuchang.rules.kind.Denials;
import wuchang.rules.kind.Intrusion;
import wuchang.rules.kind.Overstay;
import wuchang.rules.kind.ReportedAtGate;
import wuchang.rules.kind.Unchecked;

/** Kinds about people at gates: who may come in, and when. */
final class PeopleKinds {
  private static final Set<String> SEEN = Set.of("count", "person");

  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule("after-hours", Set.of("lasts"), Set.of(), SEEN, PeopleKinds::afterHours)
              .suiting(gate -> !gate.traits().allowed().isEmpty()),
          new KindOfRule(
              "denials",
              Set.of("count", "window"),
              Set.of(),
              Set.of("count"),
              PeopleKinds::denials),
          new KindOfRule(
                  "health-certificate",
                  Set.of("within", "lasts"),
                  Set.of(),
                  Set.of("count", "person", "expires"),
                  PeopleKinds::certificates)
              .in(place -> place.isFood() && !place.site().people().isEmpty()),
          new KindOfRule(
                  "unchecked", Set.of("before", "lasts"), Set.of(), SEEN, PeopleKinds::unchecked)
              .in(place -> place.isFood() && !place.site().people().isEmpty()),
          new KindOfRule("passed-back", Set.of("lasts"), Set.of(), SEEN, PeopleKinds::passedBack),
          new KindOfRule("tailgating", Set.of("lasts"), Set.of(), SEEN, PeopleKinds::tailgating),
          new KindOfRule(
              "overstay", Set.of("longest"), Set.of(), Set.of("count"), PeopleKinds::overstay),
          new KindOfRule("intrusion", Set.of("lasts"), Set.of(), SEEN, PeopleKinds::intrusion)
              .in(place -> place.isBeside(DeviceKind.PREP_ROOM)));

  private PeopleKinds() {}

  private static Kind<?> afterHours(Made made) {
    return new AfterHours(
        made.place().allowed().orElseThrow(), made.place().access(), made.millis("lasts"));
  }

  private static Kind<?> denials(Made made) {
    return new Denials((int) made.in("count", Unit.ONE), made.millis("window"));
  }

  private static Kind<?> certificates(Made made) {
    return new Certificates(
        made.place().roll(),
        made.place().serviceDays(),
        made.millis("within"),
        made.millis("lasts"));
  }

  private static Kind<?> unchecked(Made made) {
    return new Unchecked(
        made.place().roll(),
        made.place().access(),
        made.place().serviceDays(),
        made.millis("before"),
        made.millis("lasts"));
  }

  private static Kind<?> passedBack(Made made) {
    return new ReportedAtGate(What.PASSBACK, made.millis("lasts"));
  }

  private static Kind<?> tailgating(Made made) {
    return new ReportedAtGate(What.TAILGATE, made.millis("lasts"));
  }

  private static Kind<?> overstay(Made made) {
    return new Overstay(made.millis("longest"));
  }

  private static Kind<?> intrusion(Made made) {
    return new Intrusion(made.place().roll(), made.millis("lasts"));
  }
}
