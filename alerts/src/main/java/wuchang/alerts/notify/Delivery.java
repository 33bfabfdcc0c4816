package wuchang.alerts.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.alert.NotificationStep;

/**
 * Hands requests over to their channels and brings the receipts home. Everything but the channels'
 * own work happens on one {@code home} executor, which must run one task at a time.
 */
public final class Delivery {
  /** What is to be known of it. Called at home. */
  public interface Listener {
    /** A channel is about to get it. */
    void handingOver(NotificationStep request);

    /** It has come to an end: sent, failed for good, or dropped. */
    void ended(NotificationStep outcome);
  }

  /** No channel may hold a place longer than this, whatever it waits for. */
  private static final long LONGEST_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Courier courier;
  private final Messages messages;
  private final ChannelHealth health;
  private final Supplier<Channels> channels;
  private final InstantSource clock;
  private final Executor home;
  private final Listener listener;
  private final Set<CompletableFuture<Void>> underWay = new HashSet<>();
  private boolean closed;

  public Delivery(
      Courier courier,
      Messages messages,
      ChannelHealth health,
      Supplier<Channels> channels,
      InstantSource clock,
      Executor home,
      Listener listener) {
    this.courier = courier;
    this.messages = messages;
    this.health = health;
    this.channels = channels;
    this.clock = clock;
    this.home = home;
    this.listener = listener;
  }

  public void take(Collection<NotificationStep> requests) {
    requests.forEach(courier::take);
  }

  /** What channels were given before a restart counts with their providers. */
  public void remember(Collection<NotificationStep> said) {
    said.forEach(step -> courier.remember(step.channel(), step.at()));
  }

  /** Hands over what is due. Called when there is something new and when time has passed. */
  public void go() {
    if (!closed) {
      courier.late(clock.instant()).forEach(listener::ended);
      courier.due(clock.instant()).forEach(this::handOver);
    }
  }

  /** How many messages wait on each channel, and why. */
  public Map<String, Map<WaitReason, Integer>> waiting() {
    return courier.waiting(clock.instant());
  }

  /** Hands nothing over any more; completes when what was under way has landed. */
  public CompletableFuture<Void> close() {
    closed = true;
    return CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
  }

  private void handOver(Post post) {
    Optional<Channel> channel = channels.get().channel(post.channel());
    if (channel.isEmpty()) {
      health.forget(post.channel());
      drop(post, "no such channel any more");
      return;
    }
    post.requests().forEach(listener::handingOver);
    CompletableFuture<Void> landing = new CompletableFuture<>();
    underWay.add(landing);
    send(channel.get(), post).thenAcceptAsync(receipt -> landed(post, receipt, landing), home);
  }

  private void drop(Post post, String why) {
    courier.drop(post, why, clock.instant()).forEach(listener::ended);
    home.execute(this::go);
  }

  private void landed(Post post, Receipt receipt, CompletableFuture<Void> landing) {
    Instant now = clock.instant();
    health.landed(post.channel(), receipt, now);
    courier.done(post, receipt, now).forEach(listener::ended);
    underWay.remove(landing);
    landing.complete(null);
    go();
  }

  /** A channel that throws instead of answering has a bug; it is treated like one that is away. */
  private CompletableFuture<Receipt> send(Channel channel, Post post) {
    CompletableFuture<Receipt> answer;
    try {
      answer = channel.send(messages.of(post).orElseThrow()).toCompletableFuture().copy();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer
        .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .exceptionally(failure -> failed(post, failure));
  }

  /** The kind of failure only: its words may repeat an address. */
  private static Receipt failed(Post post, Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    LOG.warn(
        "event=channel_broke channel={} alert={} step={} failure=\"{}\"",
        post.channel(),
        post.requests().get(0).alert(),
        post.requests().get(0).step(),
        kind);
    return new Receipt.Failed(true, "no answer: " + kind);
  }
}
