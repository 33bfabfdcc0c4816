package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/**
 * The order of sending: on each channel only so many at a time and a minute, the critical first,
 * and of one alert one after the other, so that nobody hears of the end before the beginning. One
 * that is to be tried again holds up its own alert on its own channel and nothing else; a channel
 * that asks to be left alone is. More than {@link Route#FEW} that wait where messages are counted
 * become one, and so does what concerns the same people at one moment ({@link Company}). Says what
 * is due and is told what came of it; sends nothing itself, and is used by one thread.
 */
public final class Courier {
  /** How many may be under way on one channel. */
  public static final int IN_FLIGHT = Route.IN_FLIGHT;

  private final BackOff backOff;
  private final Function<NotificationStep, Urgency> urgency;
  private final Function<String, Allowance> allowances;
  private final Map<String, Route> routes = new LinkedHashMap<>();

  /**
   * @param urgency how a request waits, asked once when it is taken
   * @param allowances how much a channel takes, by its id, asked each time
   */
  public Courier(
      BackOff backOff,
      Function<NotificationStep, Urgency> urgency,
      Function<String, Allowance> allowances) {
    this.backOff = backOff;
    this.urgency = urgency;
    this.allowances = allowances;
  }

  /** Takes a request on, behind what is waiting already. */
  public void take(NotificationStep request) {
    route(request.channel()).take(new Parcel(request, urgency.apply(request)));
  }

  /** A message that was sent before a restart, or may have been, counts with the provider. */
  public void remember(String channel, Instant at) {
    route(channel).bucket().take(allowances.apply(channel), at);
  }

  /** What is to be handed over now; it is under way from here on. */
  public List<Post> due(Instant now) {
    List<Post> due = new ArrayList<>();
    routes.forEach(
        (channel, route) ->
            route.due(allowances.apply(channel), now).stream()
                .map(parcels -> new Post(channel, parcels.stream().map(p -> p.request).toList()))
                .forEach(due::add));
    return due;
  }

  /** What a channel that rests will not take in time: it ends here. */
  public List<NotificationStep> late(Instant now) {
    return routes.values().stream()
        .flatMap(route -> route.late(now).stream())
        .map(
            parcel -> outcome(parcel.request, Outcome.FAILED, "the channel takes nothing yet", now))
        .toList();
  }

  /** What came of what was under way: outcomes, but for what will be tried again. */
  public List<NotificationStep> done(Post post, Receipt receipt, Instant now) {
    Route route = route(post.channel());
    List<NotificationStep> outcomes = new ArrayList<>();
    Optional<Instant> rests =
        receipt instanceof Receipt.Busy busy
            ? Optional.of(now.plus(busy.rest()))
            : Optional.empty();
    rests.ifPresent(route.bucket()::rest);
    String fold = post.requests().size() > 1 ? " in a digest of " + post.requests().size() : "";
    for (Parcel parcel : route.landed(post.requests())) {
      // Those that go together wait together.
      NotificationStep like =
          parcel.urgency.company().isPresent() ? post.requests().get(0) : parcel.request;
      Optional<Instant> next = again(parcel, like, receipt, rests, now);
      parcel.notBefore = next.orElse(parcel.notBefore);
      if (next.isEmpty()) {
        route.delivered(parcel);
        outcomes.add(outcome(parcel.request, of(receipt), receipt.words() + fold, now));
      }
    }
    return outcomes;
  }

  /** What was under way and can reach nobody: its channel or its alerts are gone. */
  public List<NotificationStep> drop(Post post, String why, Instant now) {
    Route route = route(post.channel());
    route.landed(post.requests()).forEach(route::delivered);
    return post.requests().stream()
        .map(request -> outcome(request, Outcome.DROPPED, why, now))
        .toList();
  }

  /** How many wait on each channel, and why; channels on which nothing waits are left out. */
  public Map<String, Map<WaitReason, Integer>> waiting(Instant now) {
    Map<String, Map<WaitReason, Integer>> waiting = new LinkedHashMap<>();
    routes.forEach(
        (channel, route) -> {
          if (route.size() > 0) {
            waiting.put(channel, route.waiting(allowances.apply(channel), now));
          }
        });
    return waiting;
  }

  /** How many wait or are under way. */
  public int size() {
    return routes.values().stream().mapToInt(Route::size).sum();
  }

  private Optional<Instant> again(
      Parcel parcel, NotificationStep like, Receipt receipt, Optional<Instant> rests, Instant now) {
    Duration patience = parcel.urgency.patience();
    if (rests.isPresent()) {
      return rests.filter(at -> !at.isAfter(parcel.request.at().plus(patience)));
    }
    return receipt instanceof Receipt.Failed failed && failed.retryable()
        ? backOff.next(like, parcel.attempts, patience, now)
        : Optional.empty();
  }

  private Route route(String channel) {
    return routes.computeIfAbsent(channel, id -> new Route());
  }

  private static Outcome of(Receipt receipt) {
    if (receipt instanceof Receipt.Sent) {
      return Outcome.SENT;
    }
    return receipt instanceof Receipt.Accepted ? Outcome.ACCEPTED : Outcome.FAILED;
  }

  private static NotificationStep outcome(
      NotificationStep request, Outcome outcome, String words, Instant now) {
    return new NotificationStep(
        request.alert(), request.step(), request.channel(), outcome, words, now);
  }
}
