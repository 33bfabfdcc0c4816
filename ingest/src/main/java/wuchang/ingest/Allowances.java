package wuchang.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * Sees to it that one bad device does not take the room of the others: what it may say grows with
 * its interval. History that is marked as such is no device's fault and passes. Memory is bounded
 * by the devices of the site. Safe for use by several threads.
 */
final class Allowances {
  /** Of a device that speaks only on events. */
  private static final Duration EVENTFUL = Duration.ofSeconds(10);

  /** What is older when it arrives comes from a backlog. */
  private static final Duration OF_NOW = Duration.ofMinutes(5);

  /** Told of what one refusal stands for beside itself. */
  interface Counter {
    void count(Reason reason, int times);
  }

  private record Instants(int all, int ofNow) {}

  private final Supplier<Site> site;
  private final Counter counter;
  private final Map<DeviceId, Allowance> devices = new HashMap<>();

  Allowances(Supplier<Site> site, Counter counter) {
    this.site = site;
    this.counter = counter;
  }

  /** What of a message is to be kept. */
  synchronized Decoded within(Decoded decoded, Incoming incoming) {
    Instant now = incoming.arrived();
    List<Rejected> rejected = new ArrayList<>();
    List<Observation> kept = decoded.observations();
    for (DeviceId device : speakers(kept)) {
      Instants said = instants(kept, device, now);
      if (said.all() > 0
          && !of(device, now).says(said.all(), said.ofNow(), interval(device), now)) {
        int before = kept.size();
        kept = kept.stream().filter(o -> !isLimited(o, device)).toList();
        rejected.add(tooOften(device, before - kept.size(), incoming));
      }
    }
    rejected.addAll(decoded.rejected());
    return new Decoded(decoded.format(), kept, rejected, decoded.strangers());
  }

  /** The devices that say far too much. */
  synchronized List<Flood> floods(Instant now) {
    devices.keySet().retainAll(site.get().devices().keySet());
    List<Flood> floods = new ArrayList<>();
    devices.forEach((id, its) -> its.flood(interval(id), now).ifPresent(floods::add));
    return floods;
  }

  private Rejected tooOften(DeviceId device, int readings, Incoming incoming) {
    of(device, incoming.arrived()).refused(readings);
    counter.count(Reason.TOO_OFTEN, readings - 1);
    return Rejected.of(
        Optional.of(device),
        incoming.topic(),
        incoming.payload(),
        Reason.TOO_OFTEN,
        "it has long said more than %d times what its interval of %d s lets expect"
            .formatted(Allowance.TIMES, interval(device).toSeconds()),
        incoming.arrived());
  }

  private Allowance of(DeviceId device, Instant now) {
    return devices.computeIfAbsent(device, id -> new Allowance(id, now));
  }

  private Duration interval(DeviceId device) {
    return site.get().device(device).flatMap(Device::interval).orElse(EVENTFUL);
  }

  private static Set<DeviceId> speakers(List<Observation> observations) {
    Set<DeviceId> speakers = new HashSet<>();
    observations.forEach(o -> speakers.add(o.device()));
    return speakers;
  }

  private static boolean isLimited(Observation observation, DeviceId device) {
    return observation.device().equals(device) && !observation.provenance().replay();
  }

  private static Instants instants(List<Observation> observations, DeviceId device, Instant now) {
    Set<Instant> all = new HashSet<>();
    int ofNow = 0;
    for (Observation each : observations) {
      if (isLimited(each, device)
          && all.add(each.time())
          && each.time().isAfter(now.minus(OF_NOW))) {
        ofNow++;
      }
    }
    return new Instants(all.size(), ofNow);
  }
}
