package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Device;
import wuchang.ingest.format.Said;
import wuchang.ingest.format.When;
import wuchang.ingest.profile.Measured;
import wuchang.ingest.profile.Profile;
import wuchang.ingest.profile.Scalar;

/** Makes readings of one device by a profile. */
final class Mapped {
  private final Harvest harvest;
  private final Device device;
  private final Profile profile;
  private final Duration retention;

  Mapped(Harvest harvest, Device device, Profile profile, Duration retention) {
    this.harvest = harvest;
    this.device = device;
    this.profile = profile;
    this.retention = retention;
  }

  void read(Said.Values said) {
    stamp(harvest, device.id(), said.when(), retention)
        .ifPresent(stamp -> read(said.body(), stamp));
  }

  void read(JsonNode body, Stamp stamp) {
    profile.read(body, measured -> take(measured, stamp));
    profile.readNamed(body, (name, value) -> named(name, value, stamp));
  }

  /** History that does not say when it was cannot be placed; all else is at least from now. */
  static Optional<Stamp> stamp(Harvest harvest, DeviceId device, When when, Duration retention) {
    Stamp stamp = Stamp.of(when.millis(), when.replay(), harvest.incoming(), retention);
    if (when.replay() && !stamp.provenance().ownTime()) {
      String detail = "history without a time that can be believed";
      harvest.refuse(Reason.BAD_TIME, Optional.of(device), detail);
      return Optional.empty();
    }
    return Optional.of(stamp);
  }

  private void take(Measured measured, Stamp stamp) {
    if (!harvest.hasRoom()) {
      return;
    }
    if (!measured.isReadable()) {
      String detail =
          Legible.quoted(measured.metric().name())
              + " is "
              + Element.seen(measured.seen())
              + "; expected a number";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device.id()), detail);
      return;
    }
    Flaw own =
        measured.sentinel()
            ? Flaw.SENTINEL
            : Value.flaw(device.kind(), measured.metric(), measured.value());
    keep(measured.metric(), measured.value(), own, stamp);
  }

  /** Values that are named by their metric; a text or a name of another kind is passed over. */
  private void named(String name, JsonNode node, Stamp stamp) {
    OptionalDouble value = Scalar.loose(node);
    if (value.isEmpty() || !harvest.hasRoom()) {
      return;
    }
    try {
      Metric metric = Metric.of(name);
      keep(
          metric,
          value.getAsDouble(),
          Value.flaw(device.kind(), metric, value.getAsDouble()),
          stamp);
    } catch (IllegalArgumentException notWellFormed) {
      String detail = Legible.quoted(name) + " is no metric name; a map can name it";
      harvest.refuse(Reason.BAD_METRIC, Optional.of(device.id()), detail);
    }
  }

  private void keep(Metric metric, double value, Flaw own, Stamp stamp) {
    Flaw flaw = own.quality() == Quality.GOOD ? stamp.flaw() : own;
    harvest.reading(
        new Reading(
            device.id(),
            metric,
            stamp.time(),
            value,
            flaw,
            stamp.provenance(),
            harvest.incoming().arrived()));
  }
}
