package wuchang.rules.kind;

import java.util.HashMap;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.rules.kernel.Kind;

/**
 * What several devices say of one thing, somebody inside or a door that is open: since when each
 * has said so, as long as it is heard. One that falls silent says nothing any more.
 *
 * @param said by device; one that says no is not in it
 */
record Around(Map<DeviceId, Said> said) {
  static final Around NOTHING = new Around(Map.of());

  /**
   * That it is so.
   *
   * @param until when it is no longer believed; NEVER of a device that speaks on events only
   */
  record Said(long since, long until) {}

  Around {
    said = Map.copyOf(said);
  }

  /**
   * After a device has said something.
   *
   * @param holds for how long it is believed
   */
  Around after(DeviceId device, boolean so, long at, long holds) {
    Map<DeviceId, Said> more = new HashMap<>(said);
    more.values().removeIf(each -> each.until() <= at);
    Said before = more.remove(device);
    if (so) {
      long until = holds >= Kind.NEVER - at ? Kind.NEVER : at + holds;
      more.put(device, new Said(before == null ? at : before.since(), until));
    }
    return new Around(more);
  }

  /** Without those that are no longer believed at an instant. */
  Around at(long at) {
    if (changes(Long.MIN_VALUE) > at) {
      return this;
    }
    Map<DeviceId, Said> left = new HashMap<>(said);
    left.values().removeIf(each -> each.until() <= at);
    return new Around(left);
  }

  /** Whether one says so at an instant. */
  boolean isSo(long at) {
    return since(at) != Kind.NEVER;
  }

  /** Since when one has said so that still does; NEVER when none does. */
  long since(long at) {
    long since = Kind.NEVER;
    for (Said each : said.values()) {
      since = at < each.until() ? Math.min(since, each.since()) : since;
    }
    return since;
  }

  /** When the next one is no longer believed. */
  long changes(long at) {
    long next = Kind.NEVER;
    for (Said each : said.values()) {
      next = each.until() > at ? Math.min(next, each.until()) : next;
    }
    return next;
  }
}
