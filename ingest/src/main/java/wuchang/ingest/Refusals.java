package wuchang.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Rejected;

/**
 * What of one batch's refusals is kept: the newest, and of one device no more than leaves the
 * others their place. All of them are counted elsewhere.
 */
final class Refusals {
  /** Of one batch. */
  static final int MOST = 500;

  /** Of one device in one batch. */
  static final int MOST_OF_ONE = 50;

  private final Deque<Rejected> kept = new ArrayDeque<>();
  private final Map<Optional<DeviceId>, Deque<Rejected>> byDevice = new HashMap<>();

  void add(Rejected rejected) {
    Deque<Rejected> its = byDevice.computeIfAbsent(rejected.device(), id -> new ArrayDeque<>());
    if (its.size() == MOST_OF_ONE) {
      drop(its.peekFirst());
    }
    if (kept.size() == MOST) {
      drop(kept.peekFirst());
    }
    its.addLast(rejected);
    kept.addLast(rejected);
  }

  List<Rejected> kept() {
    return List.copyOf(kept);
  }

  private void drop(Rejected oldest) {
    kept.removeIf(each -> each == oldest);
    byDevice.get(oldest.device()).removeFirst();
  }
}
