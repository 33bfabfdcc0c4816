package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Dimension;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.rules.kernel.DefrostHealth;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.BadSamples;
import wuchang.rules.kind.Band;
import wuchang.rules.kind.Cooling;
import wuchang.rules.kind.DangerZone;
import wuchang.rules.kind.Due;
import wuchang.rules.kind.Exposure;
import wuchang.rules.kind.Flow;
import wuchang.rules.kind.ForcedOpen;
import wuchang.rules.kind.HeldOpen;
import wuchang.rules.kind.Highest;
import wuchang.rules.kind.LowBattery;
import wuchang.rules.kind.Openings;
import wuchang.rules.kind.Product;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Signal;
import wuchang.rules.kind.Silent;
import wuchang.rules.kind.Stuck;
import wuchang.rules.kind.Threshold;
import wuchang.rules.kind.Trend;

/**
 * The kinds a rule of the catalogue can be of, each with the names it understands and how it is
 * made. A new kind is a record in {@code wuchang.rules.kind} and one line here.
 */
public enum KindOfRule {
  THRESHOLD(
      Set.of("above", "below", "clear", "tau"),
      Set.of("metric", "estimate"),
      Set.of("value", "limit")) {
    @Override
    Kind<?> make(Made made) {
      Signal<?> signal = signal(made);
      boolean above = made.has("above");
      double limit = made.in(above ? "above" : "below", signal.unit());
      double clear = made.has("clear") ? offset(made.quantity("clear"), limit) : 0;
      return new Threshold<>(signal, above, limit, above ? limit - clear : limit + clear);
    }
  },
  FLAG(Set.of(), Set.of("metric"), Set.of("value", "limit")) {
    @Override
    Kind<?> make(Made made) {
      return new Threshold<>(new Raw(made.metrics().get(0)), true, 0.5, 0.5);
    }
  },
  SILENT(Set.of(), Set.of(), Set.of("last_heard")) {
    @Override
    Kind<?> make(Made made) {
      return new Silent();
    }

    @Override
    boolean suits(Device device) {
      return device.interval().isPresent();
    }
  },
  BAD_SAMPLES(Set.of("count", "window"), Set.of(), Set.of("count", "flaw", "metric", "value")) {
    @Override
    Kind<?> make(Made made) {
      return new BadSamples((int) made.in("count", Unit.ONE), made.millis("window"));
    }
  },
  HELD_OPEN(Set.of(), Set.of(), Set.of("reported_by")) {
    @Override
    Kind<?> make(Made made) {
      return new HeldOpen();
    }
  },
  FORCED_OPEN(Set.of("grace", "forget"), Set.of(), Set.of("reported_by")) {
    @Override
    Kind<?> make(Made made) {
      return new ForcedOpen(made.millis("grace"), made.millis("forget"));
    }
  },
  BAND(
      Set.of("above", "below", "clear", "tau"),
      Set.of("metric", "estimate"),
      Set.of("value", "limit")) {
    @Override
    Kind<?> make(Made made) {
      Signal<?> signal = signal(made);
      double clear = made.has("clear") ? made.in("clear", Unit.KELVIN) : 0;
      return new Band<>(
          signal, made.in("below", signal.unit()), made.in("above", signal.unit()), clear);
    }
  },
  EXPOSURE(
      Set.of("above", "below", "tau", "longest", "reset"),
      Set.of("metric", "estimate"),
      Set.of("value", "limit", "sum")) {
    @Override
    Kind<?> make(Made made) {
      Signal<?> signal = signal(made);
      return new Exposure<>(
          signal,
          made.in("above", signal.unit()),
          made.in("below", signal.unit()),
          made.millis("longest"),
          made.millis("reset"),
          made.place().maxGap());
    }
  },
  TREND(Set.of("rate", "clear", "above", "window"), Set.of(), Set.of("value", "rise", "limit")) {
    @Override
    Kind<?> make(Made made) {
      return new Trend(
          made.in("rate", Unit.KELVIN_PER_HOUR),
          made.in("clear", Unit.KELVIN_PER_HOUR),
          made.in("above", Unit.CELSIUS),
          made.millis("window"));
    }
  },
  STUCK(Set.of("longest", "count", "resolution"), Set.of("metric"), Set.of("value", "same_for")) {
    @Override
    Kind<?> make(Made made) {
      return new Stuck(
          made.metrics().get(0),
          made.millis("longest"),
          (int) made.in("count", Unit.ONE),
          made.quantity("resolution").value(),
          made.place().maxGap());
    }
  },
  LOW_BATTERY(Set.of("limit", "clear"), Set.of(), Set.of("value", "limit")) {
    @Override
    Kind<?> make(Made made) {
      return new LowBattery(made.in("limit", Unit.PERCENT), made.in("clear", Unit.PERCENT));
    }
  },
  DEFROST_HEALTH(Set.of("longest", "most", "none"), Set.of(), Set.of("fault", "lasted")) {
    @Override
    Kind<?> make(Made made) {
      return new DefrostHealth(
          made.millis("longest"),
          (int) made.in("most", Unit.ONE),
          made.millis("none"),
          made.place().maxGap());
    }
  },
  COOLING(
      Set.of("hot", "middle", "cold", "first", "second"),
      Set.of(),
      Set.of("value", "limit", "began")) {
    @Override
    Kind<?> make(Made made) {
      return new Cooling(
          made.in("hot", Unit.CELSIUS),
          made.in("middle", Unit.CELSIUS),
          made.in("cold", Unit.CELSIUS),
          made.millis("first"),
          made.millis("second"));
    }
  },
  DANGER_ZONE(Set.of("below", "gone", "longest"), Set.of(), Set.of("value", "limit", "sum")) {
    @Override
    Kind<?> make(Made made) {
      return new DangerZone(
          made.in("below", Unit.CELSIUS),
          made.in("gone", Unit.CELSIUS),
          made.millis("longest"),
          made.place().maxGap());
    }
  },
  OPENINGS(Set.of("longest", "share", "least"), Set.of(), Set.of("openings", "slow", "longest")) {
    @Override
    Kind<?> make(Made made) {
      return new Openings(
          made.millis("longest"),
          made.in("share", Unit.PERCENT),
          (int) made.in("least", Unit.ONE),
          made.place().site().zone());
    }
  },
  CALIBRATION(Set.of("longest"), Set.of(), Set.of("calibrated")) {
    @Override
    Kind<?> make(Made made) {
      long from = made.place().calibrated().map(Instant::toEpochMilli).orElse(Kind.NEVER / 2);
      return new Due(from, from + made.millis("longest"));
    }

    @Override
    boolean suits(Device device) {
      return device.traits().calibrated().isPresent();
    }
  };

  /** What every rule may have, whatever its kind. */
  static final Set<String> SHARED =
      Set.of("tolerate", "settle", "defrost-longest", "defrost-peak", "lingers");

  private final Set<String> quantities;
  private final Set<String> words;
  private final Set<String> evidence;

  KindOfRule(Set<String> quantities, Set<String> words, Set<String> evidence) {
    this.quantities = quantities;
    this.words = words;
    this.evidence = evidence;
  }

  abstract Kind<?> make(Made made);

  /** Whether a device is one that can be judged so: it has what the kind needs. */
  boolean suits(Device device) {
    return true;
  }

  /** The parameters it understands. */
  public Set<String> quantities() {
    return quantities;
  }

  /** The settings it understands that are no quantities. */
  public Set<String> words() {
    return words;
  }

  /** The names its evidence has, for sentences to use. */
  public Set<String> evidence() {
    return evidence;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<KindOfRule> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /** The values with which a kind is made on one device. */
  record Made(Map<String, Quantity> quantities, Map<String, List<String>> words, Place place) {
    boolean has(String name) {
      return quantities.containsKey(name);
    }

    Quantity quantity(String name) {
      Quantity quantity = quantities.get(name);
      if (quantity == null) {
        throw new IllegalArgumentException("the parameter «" + name + "» is missing");
      }
      return quantity;
    }

    double in(String name, Unit unit) {
      return quantity(name).in(unit);
    }

    long millis(String name) {
      return quantity(name).toDuration().toMillis();
    }

    List<Metric> metrics() {
      return words.getOrDefault("metric", List.of()).stream().map(Metric::of).toList();
    }

    String estimate() {
      return String.join("", words.getOrDefault("estimate", List.of("raw")));
    }
  }

  private static Signal<?> signal(Made made) {
    List<Metric> metrics = made.metrics();
    return switch (made.estimate()) {
      case "raw" -> metrics.size() == 1 ? new Raw(metrics.get(0)) : new Highest(metrics);
      case "product" -> new Product(metrics.get(0), made.millis("tau"));
      case "flow" -> new Flow();
      default ->
          throw new IllegalArgumentException(
              "«" + made.estimate() + "» is no estimate; expected raw, product or flow");
    };
  }

  /** How far from the limit clearly right begins: a difference, or a share of the limit. */
  private static double offset(Quantity clear, double limit) {
    return clear.unit().dimension() == Dimension.SHARE
        ? Math.abs(limit) * clear.value() / 100
        : clear.value();
  }
}
