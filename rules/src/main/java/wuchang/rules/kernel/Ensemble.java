package wuchang.rules.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/**
 * Several devices heard as one: those behind a gateway, or all of a site. What counts is only that
 * somebody speaks, so a sign of life between two others that are close together can be left out:
 * whatever comes later, and in whatever order, no silence begins or ends with it. That bounds what
 * is kept of any number of devices.
 *
 * @param speaker the device that stands for them; that it says it is offline is heard, too
 * @param members the devices heard, the speaker among them if it speaks
 * @param span how close together signs are to make one between them needless, in milliseconds; at
 *     most half of what a rule tolerates
 */
public record Ensemble(DeviceId speaker, Set<DeviceId> members, long span) {
  public Ensemble {
    members = Set.copyOf(members);
  }

  /** Whether an observation of a member says anything about the whole. */
  public boolean hears(Observation observation) {
    if (observation instanceof BookEntry) {
      // Written by people, whatever the channel does.
      return false;
    }
    return !(observation instanceof Reading reading)
        || reading.flaw() != Flaw.RETAINED
            && (!isOffline(reading) || reading.device().equals(speaker));
  }

  /** Whether somebody says that a device has gone. */
  public static boolean isOffline(Observation observation) {
    return observation instanceof Reading reading
        && reading.metric() == Metric.ONLINE
        && reading.value() == 0;
  }

  /** Whether a sign at an instant says nothing beside signs before and after it. */
  boolean isNeedless(Observation before, Observation after) {
    return !isOffline(before)
        && !isOffline(after)
        && after.time().toEpochMilli() - before.time().toEpochMilli() <= span;
  }

  /** What is needed of these, in order of time. */
  List<Observation> thinned(List<Observation> heard) {
    List<Observation> sorted = new ArrayList<>(heard);
    sorted.removeIf(observation -> !hears(observation));
    if (sorted.size() < 3) {
      return sorted;
    }
    sorted.sort(Comparator.comparing(Observation::time));
    List<Observation> needed = new ArrayList<>();
    for (Observation next : sorted) {
      drop(needed, next);
      needed.add(next);
    }
    return needed;
  }

  /** Drops the last when it is needless once another follows. */
  private void drop(List<Observation> needed, Observation next) {
    int last = needed.size() - 1;
    if (last > 0 && !isOffline(needed.get(last)) && isNeedless(needed.get(last - 1), next)) {
      needed.remove(last);
    }
  }
}
