package wuchang.console.view;

import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.Quantity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Fact;

/**
 * Evidence as a JSON object: an amount or a duration is {@code {"value": 9.3, "unit": "°C"}}, a
 * time ISO-8601, a count a number, a word a string.
 */
public final class Facts {
  private record Amount(double value, String unit) {
    static Amount of(Quantity quantity) {
      return new Amount(quantity.value(), quantity.unit().symbol());
    }
  }

  private Facts() {}

  public static Map<String, Object> of(Evidence evidence) {
    Map<String, Object> facts = new LinkedHashMap<>();
    evidence.facts().forEach((name, fact) -> facts.put(name, plain(fact)));
    return facts;
  }

  private static Object plain(Fact fact) {
    if (fact instanceof Fact.Amount amount) {
      return Amount.of(amount.quantity());
    } else if (fact instanceof Fact.Lasted lasted) {
      return Amount.of(Quantity.of(lasted.duration()));
    } else if (fact instanceof Fact.At at) {
      return at.instant();
    } else if (fact instanceof Fact.Count count) {
      return count.count();
    } else if (fact instanceof Fact.Word word) {
      return word.word();
    }
    throw new IllegalStateException("no JSON for " + fact);
  }
}
