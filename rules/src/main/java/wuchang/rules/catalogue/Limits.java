package wuchang.rules.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.Quantity;
import wuchang.domain.Severity;
import wuchang.domain.finding.Limit;
import wuchang.domain.reading.Metric;
import wuchang.rules.catalogue.RulesInForce.OnDevice;

/** The limits of a rule that can be drawn: those on one metric, in its own unit. */
final class Limits {
  private Limits() {}

  static Stream<Limit> of(OnDevice on) {
    List<Metric> metrics = metrics(on.rule());
    return on.rule().steps().stream()
        .filter(step -> step.appliesTo().contains(on.device().kind()))
        .flatMap(
            step ->
                metrics.stream()
                    .flatMap(
                        metric ->
                            Stream.of("above", "below")
                                .flatMap(
                                    side ->
                                        value(on.values(), step.prefix(), side, metric).stream()
                                            .map(
                                                v ->
                                                    limit(on, step.severity(), metric, side, v)))));
  }

  private static List<Metric> metrics(RuleDefinition rule) {
    boolean flow =
        rule.kind().word().equals("burst")
            || rule.words().getOrDefault("estimate", List.of()).contains("flow");
    return flow
        ? List.of(Metric.FLOW_RATE)
        : rule.words().getOrDefault("metric", List.of()).stream().map(Metric::of).toList();
  }

  private static Limit limit(
      OnDevice on, Severity severity, Metric metric, String side, double value) {
    return new Limit(
        on.device().id(), metric, on.rule().id(), severity, side.equals("above"), value);
  }

  /** A step's own value, or that of the first step; empty where it is no limit on the metric. */
  private static Optional<Double> value(
      Map<String, Quantity> values, String prefix, String side, Metric metric) {
    return Optional.ofNullable(values.getOrDefault(prefix + side, values.get(side)))
        .filter(quantity -> quantity.unit().dimension() == metric.unit().dimension())
        .map(quantity -> quantity.in(metric.unit()));
  }
}
