package wuchang.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.scenario.Custom;
import wuchang.simulators.scenario.Hours;
import wuchang.simulators.scenario.Onset;
import wuchang.simulators.scenario.Planned;
import wuchang.simulators.scenario.Rate;
import wuchang.simulators.scenario.Span;
import wuchang.simulators.scenario.Strikes;

/** The sections {@code mishaps} (at times) and {@code rates} (so often). */
final class MishapReader {
  /** In place of a device or of a kind. */
  private static final String EVERY = "every";

  private static final Form<MishapKind> KIND =
      Form.word("mishap", MishapKind.all().stream().map(MishapKind::word).toList(), MishapKind::of);

  private static final Form<Hours> HOURS = Form.word("hours", Hours.words(), Hours::of);
  private static final Form<Double> OFTEN = SayHow.number(0, 10_000);

  private final Site site;
  private final Span span;
  private final Set<DeviceId> traced;
  private final List<String> devices;

  MishapReader(Site site, Span span, Set<DeviceId> traced) {
    this.site = site;
    this.span = span;
    this.traced = traced;
    this.devices = site.devices().keySet().stream().map(DeviceId::value).toList();
  }

  List<Planned> planned(Section root) {
    return root.get(
        "mishaps",
        Form.section("{kind, device, at, lasts, severity}", this::mishap).list(),
        List.of());
  }

  private Optional<Planned> mishap(Section mishap) {
    Optional<MishapKind> kind = mishap.need("kind", KIND);
    Optional<Value> struck = mishap.value("device");
    if (struck.isEmpty()) {
      mishap.lacks("device", "the id of a device, several, or every");
    }
    Optional<Onset> at = mishap.need("at", SayHow.ONSET);
    Optional<Duration> lasts = mishap.need("lasts", SayHow.LASTS);
    double severity = mishap.get("severity", SayHow.SEVERITY, 1.0);
    Optional<List<DeviceId>> hit = kind.flatMap(k -> struck.flatMap(v -> struckBy(k, v)));
    if (hit.isEmpty() || at.isEmpty() || lasts.isEmpty() || !fits(mishap, at.get(), lasts.get())) {
      return Optional.empty();
    }
    String where = mishap.place().toString();
    return Optional.of(new Planned(kind.get(), hit.get(), at.get(), lasts.get(), severity, where));
  }

  /** Whether it lies within the span, as far as that can be said before it is played. */
  private boolean fits(Section mishap, Onset at, Duration lasts) {
    Optional<String> wrong =
        at instanceof Onset.OnDay day && day.day() > Math.ceil(days())
            ? Optional.of(" is after the span; expected a day up to " + (int) Math.ceil(days()))
            : isOutside(at, lasts)
                ? Optional.of(
                    " to its end does not lie within the span; expected a time between its start"
                        + " and "
                        + span.lasts()
                        + " later")
                : Optional.empty();
    wrong.ifPresent(
        what -> mishap.value("at").ifPresent(value -> value.fault("at" + value.shown() + what)));
    return wrong.isEmpty();
  }

  /** An instant in a span without a beginning, and a time of day in one, may lie anywhere. */
  private boolean isOutside(Onset at, Duration lasts) {
    if (span.from().isEmpty() && !(at instanceof Onset.After)) {
      return false;
    }
    Instant from = span.from().orElse(Instant.EPOCH);
    Instant onset = at.in(from, site.zone());
    return onset.isBefore(from) || onset.plus(lasts).isAfter(from.plus(span.lasts()));
  }

  private double days() {
    return span.lasts().toMillis() / (double) Duration.ofDays(1).toMillis();
  }

  private Optional<List<DeviceId>> struckBy(MishapKind kind, Value value) {
    if (value.isText() && value.text("a device").filter(EVERY::equals).isPresent()) {
      List<DeviceId> every =
          site.devices().values().stream()
              .filter(device -> canHit(kind, device))
              .map(Device::id)
              .toList();
      if (every.isEmpty()) {
        value.fault(kind.word() + " strikes no device of this site; expected another kind");
      }
      return every.isEmpty() ? Optional.empty() : Optional.of(every);
    }
    Form<DeviceId> one =
        Form.reference("device", "a device, several, or every", devices, DeviceId::of);
    Optional<List<DeviceId>> ids =
        Form.either("a device or several", one.map(List::of), one.list()).read(value);
    return ids.filter(all -> all.stream().allMatch(id -> checked(kind, id, value)));
  }

  private boolean checked(MishapKind kind, DeviceId id, Value value) {
    boolean can = site.device(id).filter(device -> canHit(kind, device)).isPresent();
    if (!can) {
      value.fault(
          kind.word()
              + " cannot happen to "
              + id
              + "; expected a device of kind "
              + String.join(" ", kind.strikes().stream().map(k -> k.word()).sorted().toList()));
    }
    return can;
  }

  private boolean canHit(MishapKind kind, Device device) {
    return Strikes.canHit(kind, device) && !traced.contains(device.id());
  }

  /** Those of all kinds; {@code every} stands for the kinds that are not named. */
  List<Rate> rates(Section root) {
    Map<MishapKind, Rate> rates = new LinkedHashMap<>();
    Optional<Section> section = root.value("rates").flatMap(v -> v.section("a rate for each kind"));
    if (section.isEmpty()) {
      return List.of();
    }
    for (Map.Entry<Value, Value> entry : section.get().entries().entrySet()) {
      String word = entry.getKey().text("a kind of mishap").orElse("");
      if (!word.equals(EVERY)) {
        KIND.read(entry.getKey()).ifPresent(kind -> add(kind, entry, rates));
      }
    }
    section.get().value(EVERY).ifPresent(value -> addEvery(value, rates));
    return List.copyOf(rates.values());
  }

  private void add(MishapKind kind, Map.Entry<Value, Value> entry, Map<MishapKind, Rate> rates) {
    if (strikesAny(kind)) {
      rate(kind, entry.getValue()).ifPresent(rate -> rates.put(kind, rate));
    } else {
      entry.getKey().fault(kind.word() + " strikes no device of this site; expected another kind");
    }
  }

  private void addEvery(Value value, Map<MishapKind, Rate> rates) {
    for (MishapKind kind : MishapKind.all()) {
      if (!rates.containsKey(kind) && strikesAny(kind)) {
        rate(kind, value).ifPresent(rate -> rates.put(kind, rate));
      }
    }
  }

  private boolean strikesAny(MishapKind kind) {
    return site.devices().values().stream().anyMatch(device -> canHit(kind, device));
  }

  /** A number is a rate a month. */
  private static Optional<Rate> rate(MishapKind kind, Value value) {
    String where = value.place().toString();
    Form<Rate> often = OFTEN.map(n -> Rate.perMonth(kind, n, Custom.of(kind), where));
    Form<Rate> whole =
        Form.section("{per-month, lasts, severity, hours}", s -> rate(kind, s, where));
    return Form.either("a number a month, or {per-month: 3, lasts: 25m-2h}", often, whole)
        .read(value);
  }

  private static Optional<Rate> rate(MishapKind kind, Section rate, String where) {
    Optional<Double> perMonth = rate.get("per-month", OFTEN);
    Optional<Integer> times = rate.get("times", SayHow.count(0, 10_000));
    Optional<SayHow.Between<Duration>> lasts = rate.get("lasts", SayHow.LENGTHS);
    Optional<SayHow.Between<Double>> severity = rate.get("severity", SayHow.SEVERITIES);
    Optional<Hours> hours = rate.get("hours", HOURS);
    if (perMonth.isPresent() == times.isPresent()) {
      rate.fault("a rate needs per-month or times; expected one of the two");
      return Optional.empty();
    }
    Custom usual = Custom.of(kind);
    Custom lasting = lasts.map(l -> usual.lasting(l.least(), l.most())).orElse(usual);
    Custom severe = severity.map(s -> lasting.severe(s.least(), s.most())).orElse(lasting);
    Custom custom = hours.map(severe::during).orElse(severe);
    return times
        .map(n -> Rate.times(kind, n, custom, where))
        .or(() -> perMonth.map(n -> Rate.perMonth(kind, n, custom, where)));
  }
}
