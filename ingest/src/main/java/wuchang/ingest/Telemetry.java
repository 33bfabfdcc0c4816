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
import wuchang.ingest.Roster.Feed;
import wuchang.ingest.profile.Profile;

/**
 * The native telemetry of CONTRACT §3, which is ThingsBoard's too: values by name, with or without
 * a time, alone or in an array.
 */
final class Telemetry {
  private static final String VALUES = "values";

  /** An element that is older than this, and not the newest of its batch, was caught up with. */
  private static final long FRESH = Duration.ofMinutes(10).toMillis();

  private final Harvest harvest;
  private final Duration retention;
  private final boolean batches;

  /**
   * @param batches an array may be what a gateway could not send before, which nobody is to be
   *     called for; without it history must say so
   */
  Telemetry(Harvest harvest, Duration retention, boolean batches) {
    this.harvest = harvest;
    this.retention = retention;
    this.batches = batches;
  }

  void read(JsonNode root, Feed feed) {
    long caughtUp = batches && root.isArray() ? caughtUpBefore(root) : Long.MIN_VALUE;
    Element.each(root, feed.device().id(), harvest, object -> readOne(object, feed, caughtUp));
  }

  private long caughtUpBefore(JsonNode array) {
    long newest = Long.MIN_VALUE;
    for (JsonNode element : array) {
      newest = Math.max(newest, SaidTime.of(element.path(Element.TIME)).millis().orElse(newest));
    }
    return Math.min(newest, harvest.incoming().arrived().toEpochMilli() - FRESH);
  }

  private void readOne(JsonNode object, Feed feed, long caughtUp) {
    Device device = feed.device();
    JsonNode values = object.path(VALUES);
    if (!values.isMissingNode() && !values.isObject()) {
      String detail = "«values» is " + Element.seen(values) + "; expected an object";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device.id()), detail);
      return;
    }
    JsonNode body = values.isObject() ? values : object;
    Element.stamp(object, device.id(), harvest, retention, caughtUp)
        .ifPresent(stamp -> readValues(body, feed, stamp));
  }

  private void readValues(JsonNode values, Feed feed, Stamp stamp) {
    Device device = feed.device();
    if (!feed.source().map().isEmpty()) {
      Profile profile = Profile.NONE.with(feed.source().map());
      new Mapped(harvest, device, profile, retention).read(values, stamp);
      harvest.understood();
      return;
    }
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
