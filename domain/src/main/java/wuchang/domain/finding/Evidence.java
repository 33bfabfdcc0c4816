package wuchang.domain.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;

/** What a finding rests on, by name. Names are sorted, so equal evidence is equal to the byte. */
public record Evidence(Map<String, Fact> facts) {
  public static final Evidence NONE = new Evidence(Map.of());

  public Evidence {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  public Evidence with(String name, Fact fact) {
    Map<String, Fact> more = new TreeMap<>(facts);
    more.put(name, fact);
    return new Evidence(more);
  }

  public Evidence with(String name, double value, Unit unit) {
    return with(name, new Fact.Amount(Quantity.of(value, unit)));
  }

  public Evidence with(String name, Quantity quantity) {
    return with(name, new Fact.Amount(quantity));
  }

  public Evidence with(String name, Instant at) {
    return with(name, new Fact.At(at));
  }

  public Evidence with(String name, Duration lasted) {
    return with(name, new Fact.Lasted(lasted));
  }

  public Evidence with(String name, long count) {
    return with(name, new Fact.Count(count));
  }

  public Evidence with(String name, String word) {
    return with(name, new Fact.Word(word));
  }
}
