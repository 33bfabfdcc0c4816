package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.DOOR;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.OTHER_FRIDGE;
import static wuchang.alerts.Canteen.SILENT;
import static wuchang.alerts.Canteen.time;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Channel;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Message;
import wuchang.alerts.channel.Receipt;
import wuchang.alerts.notify.Courier;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * The process is killed at every single thing it does between a finding and a receipt: before and
 * after each write to the journal, each hand-over to a channel and each answer of one. It starts
 * again on what was on disk; the rules ask again for what was not answered. Then every alert is
 * there, every message that the undisturbed run says was said, and none whose receipt was on disk
 * was said twice.
 */
class KilledAnywhereTest {
  private static final Site SITE =
      Canteen.site(Canteen.channel("a"), Canteen.channel("b", Severity.MAJOR, Severity.CRITICAL));

  /** Where messages are counted, so that six at once become one. */
  private static final Site COUNTED =
      Canteen.site(
          new ChannelPlan("a", "log", Optional.empty(), Optional.empty(), Set.of(), 8, Map.of()));

  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  private static final Episode AJAR = Canteen.episode(DOOR, OTHER_FRIDGE, time("09:30"));
  private static final List<Findings> NEWS =
      List.of(
          new Findings(List.of(new Finding.Breached(WARM), new Finding.Breached(AJAR))),
          new Findings(List.of(new Finding.Recovered(Episodes.until(AJAR, time("10:20"))))));

  /** Thrown where the process dies. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whatever_it_was_doing_no_alert_is_lost_and_nothing_that_was_receipted_is_said_twice() {
    Run undisturbed = killedAtEveryMoment(SITE, NEWS);
    assertThat(undisturbed.moments).isGreaterThan(20);
  }

  /** What waits to be folded, or is under way folded, stands in the journal one by one. */
  @Test
  void a_digest_that_dies_on_its_way_loses_nothing_either() {
    List<Finding> breaches =
        Stream.of(FRG, DOOR, SILENT)
            .flatMap(
                rule ->
                    Stream.of(FRIDGE, OTHER_FRIDGE)
                        .map(device -> Canteen.episode(rule, device, time("09:30"))))
            .<Finding>map(Finding.Breached::new)
            .toList();
    Run undisturbed = killedAtEveryMoment(COUNTED, List.of(new Findings(breaches), NEWS.get(1)));
    assertThat(undisturbed.largest).as("messages in one").isGreaterThan(5);
  }

  private static Run killedAtEveryMoment(Site site, List<Findings> news) {
    Run undisturbed = new Run(Integer.MAX_VALUE, site, news);
    undisturbed.play();
    for (int moment = 1; moment <= undisturbed.moments; moment++) {
      Run run = new Run(moment, site, news);
      run.play();

      assertThat(run.alerts()).as("alerts, killed at %d", moment).isEqualTo(undisturbed.alerts());
      assertThat(run.said()).as("said, killed at %d", moment).isEqualTo(undisturbed.said());
      assertThat(run.saidAgain).as("said again after a receipt, killed at %d", moment).isEmpty();
      assertThat(run.heard.size() - run.said().size())
          .as("said twice for want of a receipt, killed at %d", moment)
          .isBetween(0, Math.max(2 * Courier.IN_FLIGHT, undisturbed.largest));
      assertThat(run.journal.notifications())
          .as("unsent, killed at %d", moment)
          .noneMatch(run::isUnsent);
    }
    return undisturbed;
  }

  /** One life of the system, with at most one death in it. */
  private static final class Run {
    private final MemoryJournal journal = new MemoryJournal();
    private final Queue<Runnable> home = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Set<String> saidAgain = new TreeSet<>();
    private final int dies;
    private final Site site;
    private final List<Findings> news;
    private int moments;
    private int largest;
    private Instant now = time("10:00");
    private AlertStage stage;

    Run(int dies, Site site, List<Findings> news) {
      this.dies = dies;
      this.site = site;
      this.news = news;
      journal.aroundAppend(this::moment);
      this.stage = start();
    }

    void play() {
      tell(news.get(0));
      pass(Duration.ofMinutes(20));
      tell(news.get(1));
      pass(Duration.ofMinutes(20));
    }

    /** As the rules do: they ask again until they have an answer. */
    private void tell(Findings findings) {
      survive(
          () -> {
            AlertDesk.Turn turn = stage.on(findings);
            stage.tell(turn);
            work();
          },
          () -> tell(findings));
    }

    private void pass(Duration time) {
      Instant end = now.plus(time);
      for (; now.isBefore(end); now = now.plusSeconds(10)) {
        survive(
            () -> {
              stage.onTick(now);
              work();
            },
            () -> {});
      }
    }

    private void survive(Runnable life, Runnable again) {
      try {
        life.run();
      } catch (Killed killed) {
        home.clear();
        stage = start();
        again.run();
      }
    }

    private void moment() {
      if (++moments == dies) {
        throw new Killed();
      }
    }

    private AlertStage start() {
      Channel channel = this::receive;
      Channels channels = Channels.of(Map.of("a", channel, "b", channel));
      AlertStage started =
          new AlertStage(
              new AlertParts(
                  journal,
                  Canteen::card,
                  () -> site,
                  () -> now,
                  new SimpleMeterRegistry(),
                  () -> channels,
                  () -> URI.create("https://canteen.example")),
              home::add,
              new Deaf());
      started.begin();
      work();
      return started;
    }

    private void work() {
      for (Runnable task = home.poll(); task != null; task = home.poll()) {
        task.run();
      }
    }

    private CompletionStage<Receipt> receive(Message message) {
      moment();
      largest = Math.max(largest, message.each().size());
      message.each().forEach(this::hear);
      moment();
      return CompletableFuture.completedFuture(new Receipt.Accepted("heard"));
    }

    private void hear(Message message) {
      String name = message.alert().id() + " " + message.step() + " " + message.channel();
      boolean receipted =
          journal.notifications().stream()
              .anyMatch(step -> name(step).equals(name) && step.outcome().isArrived());
      if (receipted) {
        saidAgain.add(name);
      }
      heard.add(name);
    }

    Set<String> said() {
      return new TreeSet<>(heard);
    }

    Set<String> alerts() {
      return journal.alertSteps().stream()
          .map(step -> step.alert().id() + " " + step.kind())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isUnsent(NotificationStep step) {
      return journal.notifications().stream()
          .noneMatch(other -> name(other).equals(name(step)) && other.outcome().isArrived());
    }

    private static String name(NotificationStep step) {
      return step.alert() + " " + step.step() + " " + step.channel();
    }
  }

  private static final class Deaf implements AlertStage.Audience {
    @Override
    public void steps(List<AlertStep> steps) {}

    @Override
    public void journalled(long position) {}
  }
}
