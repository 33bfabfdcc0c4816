package wuchang.simulators.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was handed in and is not acknowledged, in order, and how much of it may be under way. Not
 * thread-safe: {@link Publisher} guards it. Memory is bounded by the window.
 */
final class Outbox {
  private final Map<Long, Parcel> open = new LinkedHashMap<>();
  private final Deque<Long> again = new ArrayDeque<>();
  private long lastTicket;
  private int underWay;
  private int window;

  /** A new connection that allows so many; everything open has to be sent again first. */
  void connected(int allowed) {
    disconnected();
    window = allowed;
    again.addAll(open.keySet());
  }

  /** Nothing is under way and nothing can be sent. */
  void disconnected() {
    again.clear();
    underWay = 0;
    window = 0;
  }

  /** Whether something new may be sent now: what was sent before comes first. */
  boolean hasRoom() {
    return again.isEmpty() && underWay < window;
  }

  /** Whether there is room for so much that waking a sender pays. */
  boolean isRoomy() {
    return again.isEmpty() && underWay <= window * 3 / 4;
  }

  boolean hasAgain() {
    return !again.isEmpty();
  }

  /** Takes a new parcel in as sent; its ticket. */
  long put(Parcel parcel) {
    underWay++;
    open.put(++lastTicket, parcel);
    return lastTicket;
  }

  /** The next that has to be sent again and may be now; counted as sent. */
  Optional<Map.Entry<Long, Parcel>> nextAgain() {
    while (underWay < window && !again.isEmpty()) {
      long ticket = again.removeFirst();
      Parcel parcel = open.get(ticket);
      if (parcel != null) {
        underWay++;
        return Optional.of(Map.entry(ticket, parcel));
      }
    }
    return Optional.empty();
  }

  /** An acknowledgement; empty when that ticket had been acknowledged before. */
  Optional<Parcel> take(long ticket, boolean onThisConnection) {
    if (onThisConnection) {
      underWay--;
    }
    return Optional.ofNullable(open.remove(ticket));
  }

  int open() {
    return open.size();
  }
}
