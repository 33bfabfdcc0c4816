package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.Principle;

/** What is said of an example that does not come out. */
class TrialTest {
  @Test
  void an_example_that_comes_out_otherwise_says_what_was_wanted_and_what_was_found() {
    List<RuleDefinition> rules =
        rules("[{since: 1m, raised: 2m}, {since: 9m, raised: 10m, until: 11m}]");

    assertThat(Trial.failures(rules))
        .singleElement()
        .hasToString(
            "X-01: example «warm»: expected"
                + " [major since +60 s raised +120 s until open,"
                + " major since +540 s raised +600 s until +660 s],"
                + " found [major since +60 s raised +240 s until +360 s]");
  }

  @Test
  void one_that_comes_out_says_nothing() {
    assertThat(Trial.failures(rules("[{since: 1m, raised: 4m, severity: major, until: 6m}]")))
        .isEmpty();
  }

  private static List<RuleDefinition> rules(String expected) {
    return new RuleFile("x.yaml", Principle.CLEAN)
        .read(
            """
            rules:
              - id: X-01
                name: {zh: 一, en: One}
                severity: major
                applies-to: [fridge]
                threshold: {metric: temperature, above: 8 °C, clear: 1 K}
                tolerate: 3m
                settle: 0s
                say: {zh: 一, en: One}
                do: {zh: 一, en: One}
                basis: none
                examples:
                  - {name: warm, given: {temperature: "4, 12 x5, 4 x2"}, expect: %s}
            """
                .formatted(expected));
  }
}
