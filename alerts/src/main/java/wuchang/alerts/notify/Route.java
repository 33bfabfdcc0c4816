package wuchang.alerts.notify;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep;

/** One channel: a queue for each alert; only the head of a queue moves. */
final class Route {
  static final int IN_FLIGHT = 4;

  /** So many may wait and still be said one by one (DOMAIN.md D1). */
  static final int FEW = 5;

  /** As much as somebody reads. */
  static final int MOST_IN_ONE = 20;

  private final Map<AlertId, Deque<Parcel>> queues = new LinkedHashMap<>();
  private final Bucket bucket = new Bucket();
  private int underWay;

  Bucket bucket() {
    return bucket;
  }

  void take(Parcel parcel) {
    queues.computeIfAbsent(parcel.request.alert(), id -> new ArrayDeque<>()).addLast(parcel);
  }

  /** What goes now, the critical first; each list is one message. */
  List<List<Parcel>> due(Allowance allowance, Instant now) {
    List<Parcel> ready =
        queues.values().stream().map(Deque::getFirst).filter(p -> p.isReady(now)).toList();
    List<List<Parcel>> due = new ArrayList<>();
    for (List<Parcel> post : posts(ready, allowance.isLimited())) {
      if (underWay >= IN_FLIGHT || bucket.holds(severity(post), allowance, now).isPresent()) {
        break;
      }
      post.forEach(this::start);
      bucket.take(allowance, now);
      underWay++;
      due.add(post);
    }
    return due;
  }

  /** What goes together, the critical first. */
  private static List<List<Parcel>> posts(List<Parcel> ready, boolean counted) {
    Map<Object, List<Parcel>> together = new LinkedHashMap<>();
    for (Parcel parcel : ready) {
      Object key = parcel.urgency.company().<Object>map(company -> company).orElse(parcel);
      together.computeIfAbsent(key, k -> new ArrayList<>()).add(parcel);
    }
    Map<Boolean, List<List<Parcel>>> byGravity =
        together.values().stream()
            .collect(Collectors.partitioningBy(post -> severity(post) == Severity.CRITICAL));
    return Stream.of(true, false).flatMap(grave -> fold(byGravity.get(grave), counted)).toList();
  }

  /** Many become few where messages are counted, and none is longer than what is read. */
  private static Stream<List<Parcel>> fold(List<List<Parcel>> posts, boolean counted) {
    return counted && posts.size() > FEW
        ? cut(posts.stream().flatMap(List::stream).toList())
        : posts.stream().flatMap(Route::cut);
  }

  private static Stream<List<Parcel>> cut(List<Parcel> post) {
    return IntStream.iterate(0, i -> i < post.size(), i -> i + MOST_IN_ONE)
        .mapToObj(i -> post.subList(i, Math.min(i + MOST_IN_ONE, post.size())));
  }

  private static Severity severity(List<Parcel> post) {
    return post.stream().anyMatch(Parcel::isCritical) ? Severity.CRITICAL : Severity.MAJOR;
  }

  private void start(Parcel parcel) {
    parcel.underWay = true;
    parcel.attempts++;
  }

  /** What waits for the end of a rest that is longer than its patience; it is taken out. */
  List<Parcel> late(Instant now) {
    Instant rests = bucket.rests();
    if (!rests.isAfter(now)) {
      return List.of();
    }
    List<Parcel> late =
        queues.values().stream()
            .flatMap(Deque::stream)
            .filter(p -> !p.underWay)
            .filter(p -> rests.isAfter(p.request.at().plus(p.urgency.patience())))
            .toList();
    late.forEach(this::delivered);
    return late;
  }

  /** A message of so many parcels has come to an end, whichever. */
  List<Parcel> landed(List<NotificationStep> requests) {
    underWay--;
    return requests.stream().map(this::landed).toList();
  }

  private Parcel landed(NotificationStep request) {
    Parcel parcel = queues.get(request.alert()).getFirst();
    parcel.underWay = false;
    return parcel;
  }

  void delivered(Parcel parcel) {
    Deque<Parcel> queue = queues.get(parcel.request.alert());
    queue.remove(parcel);
    if (queue.isEmpty()) {
      queues.remove(parcel.request.alert());
    }
  }

  /** How many wait for which reason. */
  Map<WaitReason, Integer> waiting(Allowance allowance, Instant now) {
    Map<WaitReason, Integer> waiting = new EnumMap<>(WaitReason.class);
    for (Deque<Parcel> queue : queues.values()) {
      waiting.merge(reason(queue.getFirst(), allowance, now), 1, Integer::sum);
      if (queue.size() > 1) {
        waiting.merge(WaitReason.BEHIND_ANOTHER, queue.size() - 1, Integer::sum);
      }
    }
    return waiting;
  }

  private WaitReason reason(Parcel first, Allowance allowance, Instant now) {
    if (first.underWay) {
      return WaitReason.UNDER_WAY;
    }
    Severity severity = first.isCritical() ? Severity.CRITICAL : Severity.MAJOR;
    Optional<WaitReason> held = bucket.holds(severity, allowance, now);
    if (held.isEmpty() && !first.isReady(now)) {
      return WaitReason.BETWEEN_TRIES;
    }
    return held.orElse(underWay >= IN_FLIGHT ? WaitReason.CHANNEL_BUSY : WaitReason.DUE);
  }

  int size() {
    return queues.values().stream().mapToInt(Deque::size).sum();
  }
}
