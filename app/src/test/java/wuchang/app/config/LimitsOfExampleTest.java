package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.finding.Limit;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;

/** The limits that dashboards draw for the example site. */
class LimitsOfExampleTest {
  private final List<Limit> limits =
      new RulesInForce(
              Catalogue.shipped(),
              ((Outcome.Valid)
                      ExampleTest.readerWithoutEnvironment()
                          .read("example", Path.of("/srv"), ExampleTest.bytes()))
                  .config()
                  .site())
          .limits();

  @Test
  void are_those_in_force_in_the_unit_of_the_metric() {
    assertThat(of("fridge-1", "temperature"))
        .contains(
            "FRG-01 major above 8.0", "FRG-02 critical above 15.0", "FRG-03 warning below 0.0");
    assertThat(of("freezer-1", "temperature")).contains("FRZ-01 major above -15.0");
    assertThat(of("sample-1", "temperature"))
        .contains("SMP-01 major above 8.0", "SMP-01 major below 0.0");
    assertThat(of("water-1", "flow_rate")).contains("WAT-03 major above 6.0");
  }

  @Test
  void a_share_of_a_rating_is_drawn_as_what_it_comes_to() {
    assertThat(of("meter-cold", "current"))
        .contains("ELE-03 warning above 56.7", "ELE-03 major above 63.0");
  }

  private List<String> of(String device, String metric) {
    return limits.stream()
        .filter(l -> l.device().value().equals(device) && l.metric().name().equals(metric))
        .map(
            l ->
                "%s %s %s %.1f"
                    .formatted(
                        l.rule(), l.severity().word(), l.above() ? "above" : "below", l.value()))
        .toList();
  }
}
