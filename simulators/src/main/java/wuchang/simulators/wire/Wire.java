package wuchang.simulators.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
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

  private final Map<DeviceId, DeviceId> gateways;
  private final PriorityQueue<Queued> queue =
      new PriorityQueue<>(
          Comparator.comparing(Queued::time)
              .thenComparing(Queued::rank)
              .thenComparing(Queued::place));
  private final Map<DeviceId, Integer> ranks = new HashMap<>();
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
    queue.add(new Queued(message.sendAt(), rank, places++, message));
  }

  /**
   * What is sent up to that instant, in order; nothing of it is given again.
   *
   * @param mishaps all that may be going on; those of gateways count
   */
  public List<Message> due(Instant now, List<Mishap> mishaps) {
    List<Message> sent = new ArrayList<>();
    List<Mishap> outages = List.of();
    boolean looked = false;
    while (!queue.isEmpty() && !queue.peek().time().isAfter(now)) {
      if (!looked) {
        outages = mishaps.stream().filter(m -> WireMishap.OUTAGES.contains(m.kind())).toList();
        looked = true;
      }
      Message message = queue.remove().message();
      Optional<Mishap> outage = outage(message, outages);
      if (outage.isEmpty()) {
        sent.add(message);
      } else if (outage.get().kind() == WireMishap.GATEWAY_BACKLOG) {
        put(message.sentAt(afterwards(outage.get())));
      }
    }
    return sent;
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

  private record Queued(Instant time, int rank, long place, Message message) {}
}
