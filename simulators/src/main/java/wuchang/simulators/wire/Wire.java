package wuchang.simulators.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.WireMishap;

/**
 * What is on its way from the devices of one site to the broker, in the order of sending; at one
 * time in the order of the site's devices, and of each device as they were put in. A gateway that
 * is away lets nothing through: what would be sent meanwhile is lost, or sent after it in order.
 * Not thread-safe.
 */
public final class Wire implements Road {
  /** A gateway that is back sends what it kept as fast as its line allows: 20 a second. */
  private static final long BACKLOG_MILLIS = 50;

  private static final long NANOS = 1_000_000_000;
  private static final Comparator<Queued> ORDER =
      Comparator.comparingLong(Queued::nanos)
          .thenComparingInt(Queued::rank)
          .thenComparingLong(Queued::place);

  private final Map<DeviceId, DeviceId> gateways;
  private final Map<DeviceId, Integer> ranks = new HashMap<>();
  private final List<Queued> queue = new ArrayList<>();
  private final Map<Mishap, Long> backlogs = new HashMap<>();
  private long places;

  public Wire(Site site) {
    site.devices().keySet().forEach(id -> ranks.put(id, ranks.size()));
    this.gateways =
        site.devices().values().stream()
            .filter(device -> device.gateway().isPresent())
            .collect(Collectors.toMap(d -> d.id(), d -> d.gateway().orElseThrow()));
  }

  @Override
  public void put(Message message) {
    int rank = ranks.getOrDefault(message.device(), ranks.size());
    Instant at = message.sendAt();
    queue.add(new Queued(at.getEpochSecond() * NANOS + at.getNano(), rank, places++, message));
  }

  /**
   * What is sent up to that instant, in order; nothing of it is given again.
   *
   * @param mishaps all that may be going on; those of gateways count
   */
  public List<Message> due(Instant now, List<Mishap> mishaps) {
    List<Queued> sent = new ArrayList<>();
    List<Queued> ready = ready(now);
    List<Mishap> outages = ready.isEmpty() ? List.of() : outages(mishaps);
    while (!ready.isEmpty()) {
      for (Queued queued : ready) {
        Optional<Mishap> outage = outage(queued.message(), outages);
        if (outage.isEmpty()) {
          sent.add(queued);
        } else if (outage.get().kind() == WireMishap.GATEWAY_BACKLOG) {
          put(queued.message().sentAt(afterwards(outage.get())));
        }
      }
      // What was kept may be due by now, too.
      ready = ready(now);
    }
    sent.sort(ORDER);
    return sent.stream().map(Queued::message).toList();
  }

  /** Takes out what would leave up to that instant, in order. */
  private List<Queued> ready(Instant now) {
    // Each device's messages are put in nearly in order, which this sort makes use of.
    queue.sort(ORDER);
    int count = 0;
    while (count < queue.size() && !queue.get(count).message().sendAt().isAfter(now)) {
      count++;
    }
    List<Queued> ready = new ArrayList<>(queue.subList(0, count));
    queue.subList(0, count).clear();
    return ready;
  }

  private static List<Mishap> outages(List<Mishap> mishaps) {
    return mishaps.stream().filter(m -> WireMishap.OUTAGES.contains(m.kind())).toList();
  }

  private Optional<Mishap> outage(Message message, List<Mishap> outages) {
    for (Mishap outage : outages) {
      if (outage.isActive(message.sendAt())
          && (outage.device().equals(message.device())
              || outage.device().equals(gateways.get(message.device())))) {
        return Optional.of(outage);
      }
    }
    return Optional.empty();
  }

  private Instant afterwards(Mishap outage) {
    backlogs.keySet().removeIf(past -> past.end().isBefore(outage.onset()));
    return outage.end().plusMillis(backlogs.merge(outage, 1L, Long::sum) * BACKLOG_MILLIS);
  }

  private record Queued(long nanos, int rank, long place, Message message) {}
}
