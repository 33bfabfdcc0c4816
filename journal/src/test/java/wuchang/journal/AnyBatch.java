package wuchang.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Fact;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;

/** Every batch that can be, for the properties of the codec. */
final class AnyBatch {
  private AnyBatch() {}

  static Arbitrary<Batch> batches() {
    return Combinators.combine(
            observations().list().ofMaxSize(40),
            rejected().list().ofMaxSize(3),
            alertSteps().list().ofMaxSize(3),
            notifications().list().ofMaxSize(3),
            silences().list().ofMaxSize(3))
        .as(Batch::new);
  }

  private static Arbitrary<Silence> silences() {
    return Combinators.combine(
            texts(),
            ids(DeviceId::of).optional(),
            texts(),
            ids(PersonId::of),
            instants(),
            instants(),
            instants().optional(),
            texts().optional())
        .as(
            (id, device, reason, by, from, until, ended, who) ->
                new Silence(
                    id,
                    new Silence.Scope(Optional.empty(), device, Optional.empty()),
                    reason,
                    by,
                    from,
                    until,
                    ended,
                    who));
  }

  static Arbitrary<Observation> observations() {
    return Arbitraries.oneOf(readings(), gateEvents());
  }

  private static Arbitrary<Observation> readings() {
    return Combinators.combine(
            ids(DeviceId::of),
            metrics(),
            instants(),
            values(),
            Arbitraries.of(Flaw.class),
            provenances(),
            instants())
        .as(Reading::new);
  }

  private static Arbitrary<Observation> gateEvents() {
    return Combinators.combine(
            Combinators.combine(ids(DeviceId::of), instants(), instants(), provenances())
                .as(Seen::new),
            Arbitraries.of(GateEvent.What.class),
            texts(),
            texts(),
            texts(),
            texts(),
            texts())
        .as(
            (seen, what, person, card, direction, method, reason) ->
                new GateEvent(
                    seen.device,
                    seen.time,
                    what,
                    person,
                    card,
                    direction,
                    method,
                    reason,
                    seen.provenance,
                    seen.arrived));
  }

  private record Seen(DeviceId device, Instant time, Instant arrived, Provenance provenance) {}

  static Arbitrary<Rejected> rejected() {
    return Combinators.combine(
            ids(DeviceId::of).optional(),
            texts(),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
            Arbitraries.integers().greaterOrEqual(0),
            Arbitraries.of(Rejected.Reason.class),
            texts(),
            instants())
        .as(Rejected::new);
  }

  static Arbitrary<AlertStep> alertSteps() {
    return Combinators.combine(
            Arbitraries.of(AlertStep.Kind.class), instants(), texts(), texts(), alerts())
        .as(AlertStep::new);
  }

  static Arbitrary<NotificationStep> notifications() {
    return Combinators.combine(
            ids(AlertId::of),
            texts(),
            texts(),
            Arbitraries.of(NotificationStep.Outcome.class),
            texts(),
            instants())
        .as(NotificationStep::new);
  }

  private record Names(AlertId id, RuleId rule, DeviceId device, AreaId area, AlertId child) {}

  private record Grades(Principle principle, Severity severity, AlertState state, int level) {}

  private record Times(Instant since, Instant raised, Instant opened, Optional<Instant> end) {}

  private record People(Optional<PersonId> who, Optional<String> cause, boolean live) {}

  private static Arbitrary<Alert> alerts() {
    return Combinators.combine(names(), grades(), times(), people(), evidence())
        .as(AnyBatch::alert);
  }

  private static Alert alert(Names n, Grades g, Times t, People p, Evidence evidence) {
    return new Alert(
        n.id,
        n.rule,
        n.device,
        n.area,
        g.principle,
        g.severity,
        g.state,
        t.since,
        t.raised,
        t.opened,
        t.end,
        t.end,
        p.who,
        t.end,
        p.who,
        g.level,
        evidence,
        p.live,
        t.end,
        p.cause,
        p.live ? Optional.of(n.child) : Optional.empty(),
        p.live ? List.of() : List.of(n.child, n.id));
  }

  private static Arbitrary<Names> names() {
    return Combinators.combine(
            ids(AlertId::of), ids(RuleId::of), ids(DeviceId::of), ids(AreaId::of), ids(AlertId::of))
        .as(Names::new);
  }

  private static Arbitrary<Grades> grades() {
    return Combinators.combine(
            Arbitraries.of(Principle.class),
            Arbitraries.of(Severity.class),
            Arbitraries.of(AlertState.class),
            Arbitraries.integers().between(1, 3))
        .as(Grades::new);
  }

  private static Arbitrary<Times> times() {
    return Combinators.combine(instants(), instants(), instants(), instants().optional())
        .as(Times::new);
  }

  private static Arbitrary<People> people() {
    return Combinators.combine(
            ids(PersonId::of).optional(), texts().optional(), Arbitraries.of(true, false))
        .as(People::new);
  }

  private static Arbitrary<Evidence> evidence() {
    return Arbitraries.maps(texts(), facts()).ofMaxSize(6).map(Evidence::new);
  }

  private static Arbitrary<Fact> facts() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.doubles(), Arbitraries.of(Unit.class))
            .as((value, unit) -> new Fact.Amount(Quantity.of(value, unit))),
        instants().map(Fact.At::new),
        Combinators.combine(Arbitraries.longs().between(-1L << 40, 1L << 40), nanos())
            .as((seconds, nanos) -> new Fact.Lasted(Duration.ofSeconds(seconds, nanos))),
        Arbitraries.longs().map(Fact.Count::new),
        texts().map(Fact.Word::new));
  }

  private static Arbitrary<Double> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(Double.NaN, 0.0, -0.0, Double.MAX_VALUE, Double.MIN_VALUE, -18.0),
        Arbitraries.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 999_999_999_999.999),
        Arbitraries.integers().map(thousandths -> thousandths / 1000.0),
        Arbitraries.doubles());
  }

  private static Arbitrary<Metric> metrics() {
    return Arbitraries.of("temperature", "door_open", "voltage_l2", "my.own-metric")
        .map(Metric::of);
  }

  private static Arbitrary<Provenance> provenances() {
    Arbitrary<Boolean> any = Arbitraries.of(true, false);
    return Combinators.combine(any, any, any).as(Provenance::new);
  }

  // Most times of a batch lie close together, in whole milliseconds; any other is allowed.
  private static Arbitrary<Instant> instants() {
    Arbitrary<Instant> near =
        Arbitraries.longs().between(-2, 2).map(step -> Instant.ofEpochMilli(1767225600000L + step));
    Arbitrary<Instant> nearer =
        Combinators.combine(near, Arbitraries.of(1, 2, 999_999))
            .as((at, nanos) -> at.plusNanos(nanos));
    Arbitrary<Instant> far =
        Combinators.combine(
                Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L), nanos())
            .as((seconds, nanos) -> Instant.ofEpochSecond(seconds, nanos));
    return Arbitraries.oneOf(near, near, nearer, far);
  }

  private static Arbitrary<Integer> nanos() {
    return Arbitraries.integers().between(0, 999_999_999);
  }

  private static <T> Arbitrary<T> ids(Function<String, T> made) {
    return Arbitraries.of("fridge-1", "冷柜-2", "FRG-01", "a", "x".repeat(64)).map(made::apply);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "in", "card", "张三 1001", "😀 ok", "\u0000", "a\"b\\c\n"),
        Arbitraries.strings().alpha().ofMaxLength(300));
  }
}
