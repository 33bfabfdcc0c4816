package wuchang.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;

/**
 * What is gathered while one message is read. Refusals of one kind become one, so that a message
 * with a thousand faults is not kept a thousand times.
 */
final class Harvest {
  /** The most values that one message may carry. */
  static final int MOST_VALUES = 10_000;

  private static final int MOST_REFUSALS = 50;

  private record Slot(DeviceId device, Metric metric, long time) {}

  private record Kind(Reason reason, Optional<DeviceId> device) {}

  private record Refusal(String detail, int more) {
    Refusal again() {
      return new Refusal(detail, more + 1);
    }

    String words() {
      return more == 0 ? detail : detail + " (and " + more + " more)";
    }
  }

  private final Incoming incoming;
  private final List<Observation> observations = new ArrayList<>();
  private final List<Decoded.Stranger> strangers = new ArrayList<>();
  private final Map<Kind, Refusal> refusals = new LinkedHashMap<>();
  private final Set<Slot> taken = new HashSet<>();
  private int values;

  Harvest(Incoming incoming) {
    this.incoming = incoming;
  }

  Incoming incoming() {
    return incoming;
  }

  /** Takes part of the bound; false when the message carries too much. */
  boolean hasRoom() {
    return ++values <= MOST_VALUES;
  }

  /**
   * A reading; of two of one metric and time the first stays. One that lost its place only because
   * it has no believable time of its own is refused rather than forgotten.
   */
  void reading(Reading reading) {
    Slot slot = new Slot(reading.device(), reading.metric(), reading.time().toEpochMilli());
    if (taken.add(slot)) {
      observations.add(reading);
    } else if (!reading.provenance().ownTime()) {
      refuse(
          Reason.BAD_TIME,
          Optional.of(reading.device()),
          "a second value of "
              + reading.metric()
              + " without a believable time of its own falls on the time of arrival");
    }
  }

  void event(GateEvent event) {
    observations.add(event);
  }

  void refuse(Reason reason, Optional<DeviceId> device, String detail) {
    Kind kind = new Kind(reason, device);
    Refusal before = refusals.get(kind);
    if (before != null) {
      refusals.put(kind, before.again());
    } else if (refusals.size() < MOST_REFUSALS) {
      refusals.put(kind, new Refusal(detail, 0));
    }
  }

  void stranger(String name) {
    refuse(
        Reason.UNKNOWN_DEVICE,
        Roster.asId(name),
        Legible.quoted(name) + " is no device of the site");
    if (strangers.size() < MOST_REFUSALS) {
      strangers.add(new Decoded.Stranger(name, incoming));
    }
  }

  Decoded as(String format) {
    if (values > MOST_VALUES) {
      Rejected tooMany =
          rejected(
              Reason.TOO_MANY,
              Optional.empty(),
              "more than " + MOST_VALUES + " values in one message");
      return new Decoded(format, List.of(), List.of(tooMany), List.of());
    }
    if (observations.isEmpty() && refusals.isEmpty()) {
      refuse(Reason.NO_VALUES, Optional.empty(), "there is no value in it");
    }
    List<Rejected> rejected = new ArrayList<>(refusals.size());
    refusals.forEach((k, r) -> rejected.add(rejected(k.reason(), k.device(), r.words())));
    return new Decoded(format, observations, rejected, strangers);
  }

  private Rejected rejected(Reason reason, Optional<DeviceId> device, String detail) {
    byte[] payload = incoming.payload();
    return new Rejected(
        device.or(incoming::claimed),
        incoming.topic(),
        Arrays.copyOf(payload, Math.min(payload.length, Rejected.KEPT_BYTES)),
        incoming.wholeBytes(),
        reason,
        detail,
        incoming.arrived());
  }
}
