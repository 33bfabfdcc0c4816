package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/** A run of the real stage in virtual time: channels that write down, a journal, and a clock. */
final class Play {
  /** What was heard: when, on which channel, what of which alert, and who was meant. */
  record Heard(Instant at, String channel, String what, String to) {}

  final Site site;
  final List<Heard> heard = new ArrayList<>();
  final Set<String> down = new HashSet<>();
  Duration tick = Duration.ofSeconds(10);
  boolean hanging;
  Instant now;
  private final Queue<Runnable> home = new ArrayDeque<>();
  private final Channels channels;
  private MemoryJournal journal = new MemoryJournal();
  private Duration behind = Duration.ZERO;
  private AlertStage stage;

  Play(Site site, Instant begin) {
    this.site = site;
    this.now = begin;
    Map<String, Channel> made = new HashMap<>();
    for (ChannelPlan plan : site.channels()) {
      made.put(plan.id(), this::receive);
    }
    channels = Channels.of(made);
    stage = start();
  }

  void until(Instant then) {
    while (now.plus(tick).isBefore(then)) {
      step(now.plus(tick));
    }
    // Just before what happens then, so that it comes after what was due.
    step(then);
  }

  /** The clock of the machine steps back; time goes on all the same. */
  void clockBack(Duration by) {
    behind = behind.plus(by);
  }

  void restart() {
    home.clear();
    journal = journal.upTo((int) journal.end());
    stage = start();
  }

  void find(Finding... findings) {
    stage.tell(stage.on(new Findings(Arrays.asList(findings))));
    work();
  }

  Reply act(AlertCommand.Act act) {
    return told(stage.on(act));
  }

  Reply hush(AlertCommand.Hush hush) {
    return told(stage.on(hush));
  }

  Reply ask(AlertCommand command) {
    return stage.answer(command);
  }

  /** The newest alert of a rule on a device. */
  Alert alert(DeviceId device, RuleId rule) {
    return alerts().stream()
        .filter(alert -> alert.device().equals(device) && alert.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no alert " + device + " " + rule));
  }

  List<Alert> alerts() {
    return ((Reply.Found) ask(new AlertCommand.Find(AlertCommand.Filter.ALL))).alerts();
  }

  private Reply told(AlertDesk.Turn turn) {
    Reply reply = AlertStage.reply(turn);
    stage.tell(turn);
    work();
    return reply;
  }

  private void step(Instant to) {
    now = to;
    stage.onTick(clock());
    work();
  }

  private Instant clock() {
    return now.minus(behind);
  }

  private CompletableFuture<Receipt> receive(Message message) {
    if (hanging) {
      return new CompletableFuture<>();
    }
    if (down.contains(message.channel())) {
      return CompletableFuture.completedFuture(new Receipt.Failed(true, "down"));
    }
    String what = message.each().stream().map(Play::what).collect(Collectors.joining(" + "));
    String to = message.to().stream().map(PersonId::value).collect(Collectors.joining(","));
    heard.add(new Heard(now, message.channel(), what, to));
    return CompletableFuture.completedFuture(new Receipt.Sent("heard"));
  }

  private static String what(Message one) {
    return one.step() + " " + one.alert().device() + " " + one.alert().rule();
  }

  private AlertStage start() {
    AlertParts parts =
        new AlertParts(
            journal,
            Town::card,
            () -> site,
            this::clock,
            new SimpleMeterRegistry(),
            () -> channels,
            () -> URI.create("https://canteen.example"));
    AlertStage started = new AlertStage(parts, home::add, new Deaf());
    started.begin();
    work();
    assertThat(started).isNotNull();
    return started;
  }

  private void work() {
    for (Runnable task = home.poll(); task != null; task = home.poll()) {
      task.run();
    }
  }

  private static final class Deaf implements AlertStage.Audience {
    @Override
    public void steps(List<AlertStep> steps) {}

    @Override
    public void journalled(long position) {}
  }
}
