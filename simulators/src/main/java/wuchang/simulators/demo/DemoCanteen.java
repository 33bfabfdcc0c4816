package wuchang.simulators.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.canteen.Outlet;
import wuchang.simulators.diary.Diary;
import wuchang.simulators.diary.Note;
import wuchang.simulators.machine.Trace;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.wire.NativeForm;

/**
 * The canteen that the demo shows: plays the last 24 hours in as history, quickly, then goes on
 * live by the clock, with mishaps that start at once. Nothing is ever said of a time that the clock
 * has not reached.
 */
public final class DemoCanteen implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCanteen.class);
  private static final Duration HISTORY = Duration.ofHours(24);

  /** What is said later than that is history, not news: a laptop was asleep. */
  private static final Duration NEWS = Duration.ofMinutes(5);

  /** History is in when the clock went on no more than that meanwhile. */
  private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

  private static final long LONGEST_NAP_MILLIS = 200;
  private static final long SHORTEST_NAP_MILLIS = 5;
  private static final long NOTE_NANOS = Duration.ofSeconds(20).toNanos();

  private final Site site;
  private final Outlet outlet;
  private final InstantSource clock;
  private final DemoOptions options;
  private final Optional<Notebook> notebook;
  private final Diary diary;
  private final NativeForm form;
  private final RandomGenerator random;
  private final Thread thread = new Thread(this::runToTheEnd, "demo-canteen");
  private volatile List<Label> labels = List.of();
  private long noted = System.nanoTime();

  /**
   * @param outlet takes the messages; what it lets wait, waits
   * @param clock what time it is, however fast it runs
   */
  public DemoCanteen(Site site, Outlet outlet, InstantSource clock, DemoOptions options) {
    this.site = site;
    this.outlet = outlet;
    this.clock = clock;
    this.options = options;
    this.notebook = options.notebook().map(Notebook::new);
    this.diary = new Diary(site, options.seed());
    this.form = new NativeForm(site.id());
    this.random = new SplittableRandom(options.seed());
    thread.setDaemon(true);
  }

  /** One that publishes; its messages are numbered from 1. */
  public static DemoCanteen publishing(
      Site site, Publisher publisher, InstantSource clock, DemoOptions options) {
    AtomicLong serial = new AtomicLong();
    return new DemoCanteen(
        site, message -> publisher.publish(serial.incrementAndGet(), message), clock, options);
  }

  /** Begins in a thread of its own and returns. */
  public void start() {
    thread.start();
  }

  /** Ends it and waits until it has ended; the publisher stays open. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The truth about the mishaps that were planned so far. */
  public List<Label> labels() {
    return labels;
  }

  /** Plays until the thread is interrupted. */
  void run() throws IOException, InterruptedException {
    Map<DeviceId, Trace> traces = Traces.shipped();
    Optional<Notebook.Page> left = notebook.flatMap(Notebook::read);
    Instant start = start(left, clock.instant());
    Map<DeviceId, Double> totals = left.map(Notebook.Page::totals).orElse(Map.of());
    Canteen canteen = new Canteen(new Workshop(site, totals, traces), options.seed(), start);
    try {
      Programme programme = playHistory(canteen, new Stage(site, traces.keySet()));
      while (true) {
        programme = playLive(canteen, programme.upTo(clock.instant(), random));
      }
    } finally {
      note(canteen);
    }
  }

  /** Plays up to now and rests a little. */
  private Programme playLive(Canteen canteen, Programme programme)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    Instant news = now.minus(NEWS);
    if (canteen.now().isBefore(news)) {
      play(canteen, programme, news, true);
    }
    play(canteen, programme, now, false);
    if (System.nanoTime() - noted > NOTE_NANOS) {
      note(canteen);
    }
    Thread.sleep(nap());
    return programme;
  }

  /** A day ago; or where the last run ended, so that there is neither a gap nor a repetition. */
  private static Instant start(Optional<Notebook.Page> left, Instant now) {
    Instant earliest = now.minus(HISTORY);
    Instant wanted = left.map(Notebook.Page::time).orElse(earliest);
    return wanted.isBefore(earliest) ? earliest : wanted.isAfter(now) ? now : wanted;
  }

  private Programme playHistory(Canteen canteen, Stage stage) throws InterruptedException {
    Instant start = canteen.now();
    Programme programme = Programme.before(stage, clock.instant(), options.speed()).from(start);
    Instant live;
    do {
      live = clock.instant();
      play(canteen, programme, live, true);
    } while (clock.instant().isAfter(live.plus(CAUGHT_UP)));
    LOG.info("event=demo_live history_from={} now={}", start, live);
    return programme.live(live);
  }

  private void play(Canteen canteen, Programme programme, Instant to, boolean replay)
      throws InterruptedException {
    labels = programme.labels(options.seed());
    Instant before = canteen.now();
    List<Mishap> mishaps = programme.since(before);
    canteen.until(to, mishaps, replay, outlet);
    for (Note note : diary.between(before, canteen.now(), mishaps)) {
      outlet.send(form.note(note.device(), note.at(), note.kind(), note.json(), replay));
    }
  }

  private long nap() {
    double step = Canteen.STEP.toMillis() / options.speed() / 4;
    return Math.round(Math.max(SHORTEST_NAP_MILLIS, Math.min(LONGEST_NAP_MILLIS, step)));
  }

  private void note(Canteen canteen) throws IOException {
    noted = System.nanoTime();
    if (notebook.isPresent()) {
      notebook.get().write(new Notebook.Page(canteen.now(), canteen.totals()));
    }
  }

  private void runToTheEnd() {
    try {
      run();
    } catch (InterruptedException e) {
      LOG.info("event=demo_ended");
    } catch (IOException | RuntimeException e) {
      LOG.error("event=demo_failed reason=\"{}\"", e.getMessage(), e);
    }
  }
}
