package wuchang.reports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.cycle.Cycle;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.CycleLine;
import wuchang.reports.DailyRecord.DeviceLine;
import wuchang.reports.DailyRecord.ItemLine;

/** A daily record for programs: both languages, times in UTC, words in lower case. */
final class DailyRecordJson {
  private DailyRecordJson() {}

  static ObjectNode of(DailyRecord made, ChainHead head) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("site", made.site().value());
    json.set("name", text(made.siteName()));
    json.put("date", made.day().date().toString());
    json.put("timezone", made.day().zone().getId());
    json.put("from", made.day().from().toString());
    json.put("until", made.until().toString());
    json.put("madeAt", made.madeAt().toString());
    json.putObject("chain").put("sequence", head.sequence()).put("head", head.hash());
    json.put("wholeDay", made.isWholeDay());
    json.put("verdict", made.verdict().name().toLowerCase(Locale.ROOT));
    var unheard = json.putArray("unheard");
    made.unheard().forEach(line -> unheard.add(line.device().value()));
    var items = json.putArray("items");
    made.items().forEach(line -> items.add(item(line)));
    var devices = json.putArray("devices");
    made.devices().forEach(line -> devices.add(device(line)));
    var alerts = json.putArray("alerts");
    made.alerts().forEach(line -> alerts.add(alert(line)));
    var cycles = json.putArray("cycles");
    made.cycles().forEach(line -> cycles.add(cycle(line)));
    var counts = json.putObject("cycleCounts");
    for (Cycle.Verdict verdict : Cycle.Verdict.values()) {
      counts.put(verdict.word(), made.count(verdict));
    }
    return json;
  }

  private static ObjectNode device(DeviceLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", line.device().value());
    json.set("name", text(line.name()));
    json.set("kind", text(line.kind()));
    json.set("area", text(line.area()));
    json.put("state", line.state().word());
    json.put("heard", line.heard());
    json.setAll(proof(line.proof()));
    return json;
  }

  private static ObjectNode item(ItemLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("rule", line.rule().value());
    json.set("name", text(line.name()));
    json.put("severity", line.severity().word());
    json.set("limits", text(line.limits()));
    json.put("devices", line.devices());
    json.put("state", line.state().word());
    json.setAll(proof(line.proof()));
    return json;
  }

  private static ObjectNode proof(Proof proof) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("compliantSeconds", proof.compliant().toSeconds())
        .put("breachSeconds", proof.breach().toSeconds())
        .put("unprovenSeconds", proof.unproven().toSeconds());
  }

  private static ObjectNode alert(AlertLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", line.alert().value());
    json.put("rule", line.rule().value());
    json.set("text", text(line.what()));
    json.set("action", text(line.action()));
    json.put("device", line.device().value());
    json.set("deviceName", text(line.deviceName()));
    json.set("area", text(line.area()));
    json.put("severity", line.severity().word());
    json.put("state", line.state().word());
    json.put("since", line.since().toString());
    json.put("until", utc(line.until()));
    json.put("handledBy", line.handledBy().orElse(null));
    json.put("handledAt", utc(line.handledAt()));
    json.put("promisedAt", utc(line.promisedAt()));
    json.put("closedAt", utc(line.closedAt()));
    json.put("cause", line.cause().orElse(null));
    return json;
  }

  private static ObjectNode cycle(CycleLine line) {
    Cycle cycle = line.cycle();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("device", cycle.device().value());
    json.set("deviceName", text(line.deviceName()));
    json.set("area", text(line.area()));
    json.put("start", cycle.start().toString());
    json.put("end", cycle.end().toString());
    json.put("maximum", cycle.maximum().map(top -> top.in(Unit.CELSIUS)).orElse(null));
    json.put("held", cycle.held().toMillis() / 1000.0);
    json.put("needed", cycle.needed().toMillis() / 1000.0);
    json.put("verdict", cycle.verdict().word());
    json.put("reason", cycle.reason().word());
    return json;
  }

  private static ObjectNode text(Text text) {
    return JsonNodeFactory.instance.objectNode().put("zh", text.zh()).put("en", text.en());
  }

  // In JSON what is not there is null, as in the other answers of the API.
  private static @org.jspecify.annotations.Nullable String utc(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
