package wuchang.rules.catalogue;

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
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.BadSamples;
import wuchang.rules.kind.Flow;
import wuchang.rules.kind.ForcedOpen;
import wuchang.rules.kind.HeldOpen;
import wuchang.rules.kind.Highest;
import wuchang.rules.kind.Product;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Signal;
import wuchang.rules.kind.Silent;
import wuchang.rules.kind.Threshold;

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
  };

  /** What every rule may have, whatever its kind. */
  static final Set<String> SHARED = Set.of("tolerate", "settle", "defrost-longest", "defrost-peak");

  private final Set<String> quantities;
  private final Set<String> words;
  private final Set<String> evidence;

  KindOfRule(Set<String> quantities, Set<String> words, Set<String> evidence) {
    this.quantities = quantities;
    this.words = words;
    this.evidence = evidence;
  }

  abstract Kind<?> make(Made made);

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
  record Made(Map<String, Quantity> quantities, Map<String, List<String>> words) {
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
