package wuchang.rules.catalogue;

import java.util.List;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kind.Band;
import wuchang.rules.kind.Exposure;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Signal;
import wuchang.rules.kind.Threshold;
import wuchang.rules.kind.Trend;

/** Kinds about one value, whatever it is of. */
final class GeneralKinds {
  static final List<KindOfRule> ALL =
      List.of(
          new KindOfRule(
              "threshold",
              Set.of("above", "below", "clear", "tau"),
              Set.of("metric", "estimate"),
              Set.of("value", "limit"),
              GeneralKinds::threshold),
          new KindOfRule(
              "flag", Set.of(), Set.of("metric"), Set.of("value", "limit"), GeneralKinds::flag),
          new KindOfRule(
              "band",
              Set.of("above", "below", "clear", "tau"),
              Set.of("metric", "estimate"),
              Set.of("value", "limit"),
              GeneralKinds::band),
          new KindOfRule(
              "exposure",
              Set.of("above", "below", "tau", "longest", "reset"),
              Set.of("metric", "estimate"),
              Set.of("value", "limit", "sum"),
              GeneralKinds::exposure),
          new KindOfRule(
              "trend",
              Set.of("rate", "clear", "above", "window"),
              Set.of(),
              Set.of("value", "rise", "limit"),
              GeneralKinds::trend));

  private GeneralKinds() {}

  private static Kind<?> threshold(Made made) {
    Signal<?> signal = made.signal();
    boolean above = made.has("above");
    double limit = made.in(above ? "above" : "below", signal.unit());
    double clear = made.has("clear") ? made.offset("clear", limit) : 0;
    return new Threshold<>(signal, above, limit, above ? limit - clear : limit + clear);
  }

  private static Kind<?> flag(Made made) {
    return new Threshold<>(new Raw(made.metrics().get(0)), true, 0.5, 0.5);
  }

  private static Kind<?> band(Made made) {
    Signal<?> signal = made.signal();
    double clear = made.has("clear") ? made.in("clear", Unit.KELVIN) : 0;
    return new Band<>(
        signal, made.in("below", signal.unit()), made.in("above", signal.unit()), clear);
  }

  private static Kind<?> exposure(Made made) {
    Signal<?> signal = made.signal();
    return new Exposure<>(
        signal,
        made.in("above", signal.unit()),
        made.in("below", signal.unit()),
        made.millis("longest"),
        made.millis("reset"),
        made.place().maxGap());
  }

  private static Kind<?> trend(Made made) {
    return new Trend(
        made.in("rate", Unit.KELVIN_PER_HOUR),
        made.in("clear", Unit.KELVIN_PER_HOUR),
        made.in("above", Unit.CELSIUS),
        made.millis("window"));
  }
}
