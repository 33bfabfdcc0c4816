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
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.format.Heard;
import wuchang.ingest.format.Heard.Ask;

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
  private final List<Ask> asks = new ArrayList<>();
  private Optional<String> key = Optional.empty();
  private int values;
  private boolean understood;

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

  void entry(BookEntry entry) {
    observations.add(entry);
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

  /** The message is as it should be, though it has nothing that is kept. */
  void understood() {
    understood = true;
  }

  /** How a repetition is known, and what is asked in return. */
  void heard(Heard heard) {
    key = heard.key();
    asks.addAll(heard.asks());
    understood |= heard.said().isEmpty();
  }

  /** A thing of a foreign format that the site does not know. */
  void stranger(String name, String format, String source) {
    refuse(
        Reason.UNKNOWN_DEVICE,
        Optional.empty(),
        Legible.quoted(name) + " is the id of no source of the format " + format);
    offer(name, format, source);
  }

  /** A thing that described itself, which nobody has to configure. */
  void offer(String name, String format, String source) {
    understood = true;
    if (strangers.size() < MOST_REFUSALS) {
      strangers.add(new Decoded.Stranger(name, incoming, format, source));
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
    if (observations.isEmpty() && refusals.isEmpty() && !understood) {
      refuse(Reason.NO_VALUES, Optional.empty(), "there is no value in it");
    }
    List<Rejected> rejected = new ArrayList<>(refusals.size());
    refusals.forEach((k, r) -> rejected.add(rejected(k.reason(), k.device(), r.words())));
    return new Decoded(format, observations, rejected, strangers, key, asks);
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
