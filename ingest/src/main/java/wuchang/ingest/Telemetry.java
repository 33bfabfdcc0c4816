package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Device;

/**
 * The native telemetry of CONTRACT §3, which is ThingsBoard's too: values by name, with or without
 * a time, alone or in an array.
 */
final class Telemetry {
  private static final String VALUES = "values";

  private final Harvest harvest;
  private final Duration retention;

  Telemetry(Harvest harvest, Duration retention) {
    this.harvest = harvest;
    this.retention = retention;
  }

  void read(JsonNode root, Device device) {
    Element.each(root, device.id(), harvest, object -> readOne(object, device));
  }

  private void readOne(JsonNode object, Device device) {
    JsonNode values = object.path(VALUES);
    if (!values.isMissingNode() && !values.isObject()) {
      String detail = "«values» is " + Element.seen(values) + "; expected an object";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device.id()), detail);
      return;
    }
    Element.stamp(object, device.id(), harvest, retention)
        .ifPresent(stamp -> readValues(values.isObject() ? values : object, device, stamp));
  }

  private void readValues(JsonNode values, Device device, Stamp stamp) {
    for (Map.Entry<String, JsonNode> each : values.properties()) {
      String name = each.getKey();
      if (!name.equals(Element.TIME) && !name.equals(Element.REPLAY) && harvest.hasRoom()) {
        readValue(name, each.getValue(), device, stamp);
      }
    }
  }

  private void readValue(String name, JsonNode node, Device device, Stamp stamp) {
    OptionalDouble value = Value.of(node);
    if (value.isEmpty()) {
      String detail = Legible.quoted(name) + " is " + Element.seen(node) + "; expected a number";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device.id()), detail);
      return;
    }
    try {
      harvest.reading(reading(Metric.of(name), value.getAsDouble(), device, stamp));
    } catch (IllegalArgumentException notWellFormed) {
      String detail = Legible.quoted(name) + " is no metric name";
      harvest.refuse(Reason.BAD_METRIC, Optional.of(device.id()), detail);
    }
  }

  private Reading reading(Metric metric, double value, Device device, Stamp stamp) {
    Flaw own = Value.flaw(device.kind(), metric, value);
    Flaw flaw = own.quality() == Quality.GOOD ? stamp.flaw() : own;
    return new Reading(
        device.id(),
        metric,
        stamp.time(),
        value,
        flaw,
        stamp.provenance(),
        harvest.incoming().arrived());
  }
}
