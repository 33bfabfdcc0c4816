package wuchang.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Fact;

/**
 * Evidence as it is stored: {@code {"value":{"amount":9.4,"unit":"°C"}}}, and {@code at}
 * (ISO-8601), {@code seconds}, {@code count} or {@code word} for the other facts.
 */
final class EvidenceJson {
  private EvidenceJson() {}

  static String of(Evidence evidence) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    evidence.facts().forEach((name, fact) -> write(json.putObject(name), fact));
    return json.toString();
  }

  private static void write(ObjectNode json, Fact fact) {
    if (fact instanceof Fact.Amount amount) {
      json.put("amount", amount.quantity().value()).put("unit", amount.quantity().unit().symbol());
    } else if (fact instanceof Fact.At at) {
      json.put("at", at.instant().toString());
    } else if (fact instanceof Fact.Lasted lasted) {
      json.put("seconds", lasted.duration().toMillis() / 1000.0);
    } else if (fact instanceof Fact.Count count) {
      json.put("count", count.count());
    } else if (fact instanceof Fact.Word word) {
      json.put("word", word.word().replace('\0', '\uFFFD'));
    }
  }
}
