package wuchang.alerts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.ChannelParts;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.GroupRobot;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.alerts.notify.ChannelHealth;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * The whole stage with the servers of its channels behind it; time passes only when the test says
 * so.
 */
final class RealDelivery implements AutoCloseable {
  private static final String SECRET = "hidden-word-4711";

  private final Map<String, GroupRobot> robots = new LinkedHashMap<>();
  private final BlockingQueue<Runnable> home = new LinkedBlockingQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final MemoryJournal journal = new MemoryJournal();
  private final Channels real;
  private final Channels counted;
  private volatile Instant now = Instant.EPOCH;
  private Site site;
  private Optional<AlertStage> stage = Optional.empty();

  /** A channel and a robot for each kind, in this order. */
  RealDelivery(String... kinds) throws IOException {
    for (String kind : kinds) {
      robots.put(kind, GroupRobot.of(kind, SECRET, () -> now));
    }
    List<ChannelPlan> plans = robots.keySet().stream().map(kind -> plan(kind, Set.of())).toList();
    site = site(plans);
    real = Channels.of(plans, new ChannelParts(() -> now, Optional.empty()));
    counted = counted();
  }

  /** Channels to servers of their own. */
  RealDelivery(List<ChannelPlan> plans) {
    site = site(plans);
    real = Channels.of(plans, new ChannelParts(() -> now, Optional.empty()));
    counted = counted();
  }

  private Channels counted() {
    Map<String, Channel> channels = new HashMap<>();
    for (ChannelPlan plan : site.channels()) {
      channels.put(plan.id(), m -> count(real.channel(plan.id()).orElseThrow(), m));
    }
    return Channels.of(channels);
  }

  RealDelivery at(String time) {
    now = Canteen.time(time);
    return restarted();
  }

  /** Begins anew on what is on disk. */
  RealDelivery restarted() {
    AlertStage started =
        new AlertStage(
            new AlertParts(
                journal,
                Canteen::card,
                () -> site,
                () -> now,
                new SimpleMeterRegistry(),
                () -> counted,
                () -> URI.create("https://canteen.example")),
            home::add,
            new Deaf());
    stage = Optional.of(started);
    started.begin();
    work();
    return this;
  }

  /** Of all channels only this one listens to anything; the others are told what it cannot. */
  void only(String kind) {
    site =
        site(
            robots.keySet().stream()
                .map(k -> plan(k, k.equals(kind) ? Set.of() : Set.of(Severity.NOTICE)))
                .toList());
  }

  void breached(RuleId rule, DeviceId device, Severity severity) {
    Episode episode = Canteen.episode(rule, device, now.minus(Duration.ofMinutes(30)));
    Finding finding = new Finding.Breached(Episodes.severity(episode, severity));
    stage.ifPresent(s -> s.tell(s.on(new Findings(List.of(finding)))));
    work();
  }

  /** Ticks every second. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusSeconds(1);
      stage.ifPresent(s -> s.onTick(now));
      work();
    }
  }

  Instant now() {
    return now;
  }

  GroupRobot robot(String kind) {
    return robots.get(kind);
  }

  List<String> dead() {
    return stage.orElseThrow().dead().stream().map(ChannelHealth.Dead::channel).toList();
  }

  List<Outcome> outcomes(String channel) {
    return journal.notifications().stream()
        .filter(step -> step.channel().equals(channel))
        .map(NotificationStep::outcome)
        .filter(outcome -> outcome != Outcome.REQUESTED)
        .toList();
  }

  /** What follows from a receipt is queued at home before it counts as landed. */
  private CompletionStage<Receipt> count(Channel channel, Message message) {
    underWay.incrementAndGet();
    CompletableFuture<Receipt> passedOn = new CompletableFuture<>();
    channel
        .send(message)
        .whenComplete(
            (receipt, failure) -> {
              passedOn.complete(receipt);
              home.add(underWay::decrementAndGet);
            });
    return passedOn;
  }

  /** Runs what is to be done at home until nothing is under way. */
  private void work() {
    try {
      while (underWay.get() > 0 || !home.isEmpty()) {
        Optional.ofNullable(home.poll(20, TimeUnit.SECONDS)).orElseThrow().run();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ChannelPlan plan(String kind, Set<Severity> severities) {
    int rate = kind.equals("feishu") ? 60 : 15;
    return new ChannelPlan(
        kind,
        kind,
        Optional.of(robots.get(kind).url()),
        Optional.of(SECRET),
        severities,
        rate,
        Map.of());
  }

  /** The small canteen with as many fridges as a storm takes. */
  private static Site site(List<ChannelPlan> plans) {
    Site small = Canteen.site(plans.toArray(ChannelPlan[]::new));
    Device like = small.devices().get(Canteen.FRIDGE);
    Map<DeviceId, Device> devices = new LinkedHashMap<>(small.devices());
    for (int i = 0; i <= 60; i++) {
      DeviceId id = DeviceId.of(i == 0 ? "burning" : "unit-" + i);
      devices.put(
          id,
          new Device(
              id,
              like.kind(),
              like.area(),
              Text.same(id.value()),
              like.interval(),
              like.gateway(),
              like.circuit(),
              like.traits(),
              like.sources(),
              like.rules()));
    }
    return new Site(
        small.id(),
        small.name(),
        small.zone(),
        small.profile(),
        small.diners(),
        small.calendar(),
        small.people(),
        small.areas(),
        devices,
        small.channels(),
        small.escalation(),
        small.rota(),
        small.rules(),
        small.retention());
  }

  @Override
  public void close() {
    real.close();
    robots.values().forEach(GroupRobot::close);
  }

  private static final class Deaf implements AlertStage.Audience {
    @Override
    public void steps(List<AlertStep> steps) {}

    @Override
    public void journalled(long position) {}
  }
}
