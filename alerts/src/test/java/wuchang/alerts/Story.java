package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * Tells what happens and what people are to hear of it, in virtual time: the real stage with a
 * clock that only the story moves, ticking every ten seconds. What was heard but not expected fails
 * the story, too. Times are of Monday 2026-11-23 ({@code 10:00}) or a later day ({@code +1 00:30}).
 */
final class Story {
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d HH:mm").withZone(Canteen.ZONE);

  private final Site site;
  private final Queue<Runnable> home = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final Set<String> down = new HashSet<>();
  private final Map<String, Episode> episodes = new HashMap<>();
  private final Channels channels;
  private MemoryJournal journal = new MemoryJournal();
  private Instant now = Canteen.time("00:00");
  private AlertStage stage;
  private String subject = "";

  private Story(Site site) {
    this.site = site;
    Map<String, Channel> made = new HashMap<>();
    for (ChannelPlan plan : site.channels()) {
      made.put(plan.id(), this::receive);
    }
    channels = Channels.of(made);
    stage = start();
  }

  static Story in(Site site) {
    return new Story(site);
  }

  /** Lets time pass up to here. */
  Story at(String time) {
    Instant then = Canteen.time(time);
    for (Instant tick = now; tick.isBefore(then); tick = tick.plus(TICK)) {
      now = tick;
      stage.onTick(tick);
      work();
    }
    now = then;
    return this;
  }

  Story breached(RuleId rule, DeviceId device) {
    return breached(rule, device, UnaryOperator.identity());
  }

  Story breached(RuleId rule, DeviceId device, UnaryOperator<Episode> as) {
    Episode episode = as.apply(Canteen.episode(rule, device, now.minus(Duration.ofMinutes(30))));
    remember(episode);
    return finding(new Finding.Breached(episode));
  }

  Story breachedAndOver(RuleId rule, DeviceId device) {
    Episode open = Canteen.episode(rule, device, now.minus(Duration.ofHours(3)));
    Episode over = Episodes.until(open, now.minus(Duration.ofHours(1)));
    remember(over);
    return finding(new Finding.Breached(open), new Finding.Recovered(over));
  }

  Story worsened(Severity severity) {
    return finding(new Finding.Worsened(change(e -> Episodes.severity(e, severity))));
  }

  Story confirmed() {
    return finding(new Finding.Confirmed(change(e -> Episodes.live(e, true))));
  }

  Story recovered() {
    return finding(new Finding.Recovered(change(e -> Episodes.until(e, now))));
  }

  Story revised(UnaryOperator<Episode> change) {
    Episode before = episodes.get(subject);
    return finding(new Finding.Revised(before, Optional.of(change(change))));
  }

  Story withdrawn() {
    return finding(new Finding.Revised(episodes.get(subject), Optional.empty()));
  }

  Story finding(Finding... findings) {
    stage.tell(stage.on(new Findings(Arrays.asList(findings))));
    work();
    return this;
  }

  Story acknowledged(PersonId by) {
    return act(new AlertCommand.Acknowledge(alert().id(), by, Duration.ZERO, ""));
  }

  Story handedOver(PersonId by, PersonId to) {
    return act(new AlertCommand.HandOver(alert().id(), by, to, ""));
  }

  Story closed(PersonId by, Optional<String> override) {
    return act(new AlertCommand.Close(alert().id(), by, "equipment", "换门封", override));
  }

  Story falseAlarm(PersonId by) {
    return act(new AlertCommand.FalseAlarm(alert().id(), by, "探头掉了"));
  }

  Story channelDown(String channel) {
    down.add(channel);
    return this;
  }

  Story channelUp(String channel) {
    down.remove(channel);
    return this;
  }

  /** The process dies, and starts again on what is on disk. */
  Story restarted() {
    home.clear();
    journal = journal.upTo((int) journal.end());
    stage = start();
    return this;
  }

  /** People hear these now, in this order: {@code group opened}. */
  Story expect(String... channelAndStep) {
    for (String what : channelAndStep) {
      expected.add(CLOCK.format(now) + " " + what);
    }
    return this;
  }

  Story state(AlertState state) {
    assertThat(alert().state()).isEqualTo(state);
    return this;
  }

  /** What was heard is what was expected; returns the messages for a closer look. */
  List<Message> nothingElse() {
    stage.onTick(now);
    work();
    assertThat(heard).as("heard").containsExactlyElementsOf(expected);
    return List.copyOf(messages);
  }

  /** For what waits for a channel: these were heard in this order, whenever that was. */
  void nothingElseBut(String... channelAndStep) {
    assertThat(heard.stream().map(line -> line.substring(line.indexOf(' ', 3) + 1)))
        .containsExactly(channelAndStep);
  }

  List<AlertStep> steps() {
    return journal.alertSteps();
  }

  Alert alert() {
    Episode episode = episodes.get(subject);
    return all().stream()
        .filter(alert -> alert.rule().equals(episode.rule()))
        .filter(alert -> alert.device().equals(episode.device()))
        .findFirst()
        .orElseThrow();
  }

  List<Alert> all() {
    Reply reply = stage.answer(new AlertCommand.Find(AlertCommand.Filter.ALL));
    return ((Reply.Found) reply).alerts();
  }

  private Story act(Act act) {
    AlertDesk.Turn turn = stage.on(act);
    assertThat(AlertStage.reply(turn)).isInstanceOf(Reply.Done.class);
    stage.tell(turn);
    work();
    return this;
  }

  private void remember(Episode episode) {
    subject = episode.rule() + "/" + episode.device();
    episodes.put(subject, episode);
  }

  private Episode change(UnaryOperator<Episode> change) {
    Episode changed = change.apply(episodes.get(subject));
    episodes.put(subject, changed);
    return changed;
  }

  private CompletableFuture<Receipt> receive(Message message) {
    if (down.contains(message.channel())) {
      return CompletableFuture.completedFuture(new Receipt.Failed(true, "down"));
    }
    heard.add(CLOCK.format(now) + " " + message.channel() + " " + message.step());
    messages.add(message);
    return CompletableFuture.completedFuture(new Receipt.Sent("heard"));
  }

  private AlertStage start() {
    AlertParts parts =
        new AlertParts(
            journal,
            Canteen::card,
            () -> site,
            () -> now,
            new SimpleMeterRegistry(),
            () -> channels,
            () -> URI.create("https://canteen.example"));
    AlertStage started = new AlertStage(parts, home::add, new Deaf());
    started.begin();
    work();
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
