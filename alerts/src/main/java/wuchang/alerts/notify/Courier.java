package wuchang.alerts.notify;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.AlertId;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/**
 * The order of sending: on each channel only so many at a time, and of one alert one after the
 * other, so that nobody hears of the end before the beginning. One that is to be tried again holds
 * up its own alert on its own channel and nothing else. Says what is due and is told what came of
 * it; sends nothing itself, and is used by one thread.
 */
public final class Courier {
  /** How many may be under way on one channel. */
  public static final int IN_FLIGHT = 4;

  private final BackOff backOff;
  private final Map<String, Route> routes = new LinkedHashMap<>();

  public Courier(BackOff backOff) {
    this.backOff = backOff;
  }

  /** Takes a request on, behind what is waiting already. */
  public void take(NotificationStep request) {
    routes.computeIfAbsent(request.channel(), id -> new Route()).take(request);
  }

  /** What is to be handed over now; it is under way from here on. */
  public List<NotificationStep> due(Instant now) {
    List<NotificationStep> due = new ArrayList<>();
    routes.values().forEach(route -> route.due(now, due));
    return due;
  }

  /** What came of one that was under way: its outcome, or empty when it will be tried again. */
  public Optional<NotificationStep> done(NotificationStep request, Receipt receipt, Instant now) {
    Route route = routes.get(request.channel());
    Parcel parcel = route.landed(request);
    if (receipt instanceof Receipt.Failed failed && failed.retryable()) {
      Optional<Instant> next = backOff.next(request, parcel.attempts, now);
      if (next.isPresent()) {
        parcel.notBefore = next.get();
        return Optional.empty();
      }
    }
    route.delivered(request);
    Outcome outcome = receipt instanceof Receipt.Sent ? Outcome.SENT : Outcome.FAILED;
    return Optional.of(outcome(request, outcome, receipt.words(), now));
  }

  /** One that was under way and can reach nobody: its channel or its alert is gone. */
  public NotificationStep drop(NotificationStep request, String why, Instant now) {
    Route route = routes.get(request.channel());
    route.landed(request);
    route.delivered(request);
    return outcome(request, Outcome.DROPPED, why, now);
  }

  /** How many wait or are under way. */
  public int size() {
    return routes.values().stream().mapToInt(Route::size).sum();
  }

  private static NotificationStep outcome(
      NotificationStep request, Outcome outcome, String words, Instant now) {
    return new NotificationStep(
        request.alert(), request.step(), request.channel(), outcome, words, now);
  }

  private static final class Parcel {
    final NotificationStep request;
    int attempts;
    Instant notBefore = Instant.MIN;
    boolean underWay;

    Parcel(NotificationStep request) {
      this.request = request;
    }
  }

  /** One channel: a queue for each alert; only the head of a queue moves. */
  private static final class Route {
    private final Map<AlertId, Deque<Parcel>> queues = new LinkedHashMap<>();
    private int underWay;

    void take(NotificationStep request) {
      queues
          .computeIfAbsent(request.alert(), id -> new ArrayDeque<>())
          .addLast(new Parcel(request));
    }

    void due(Instant now, List<NotificationStep> due) {
      Iterator<Deque<Parcel>> queue = queues.values().iterator();
      while (underWay < IN_FLIGHT && queue.hasNext()) {
        Parcel head = queue.next().getFirst();
        if (!head.underWay && !head.notBefore.isAfter(now)) {
          head.underWay = true;
          head.attempts++;
          underWay++;
          due.add(head.request);
        }
      }
    }

    Parcel landed(NotificationStep request) {
      Parcel head = queues.get(request.alert()).getFirst();
      head.underWay = false;
      underWay--;
      return head;
    }

    void delivered(NotificationStep request) {
      Deque<Parcel> queue = queues.get(request.alert());
      queue.removeFirst();
      if (queue.isEmpty()) {
        queues.remove(request.alert());
      }
    }

    int size() {
      return queues.values().stream().mapToInt(Deque::size).sum();
    }
  }
}
