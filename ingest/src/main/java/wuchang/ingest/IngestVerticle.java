package wuchang.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import wuchang.domain.Bus;
import wuchang.domain.book.BookEntries;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Submission;
import wuchang.domain.site.Site;
import wuchang.ingest.format.Heard.Ask;
import wuchang.ingest.mqtt.BrokerAddress;
import wuchang.ingest.mqtt.MqttSource;
import wuchang.ingest.mqtt.Subscriptions;

/**
 * The first stage: what the broker sends and what is submitted over {@link Bus#SUBMISSIONS} goes
 * into the journal, on a thread of its own, and is answered when it is there. Says {@link
 * Bus#JOURNALLED} after each append.
 */
public final class IngestVerticle extends VerticleBase {
  private static final long STOP_SECONDS = 10;
  private static final int BUSY = 503;

  private final Inbox inbox = new Inbox();
  private final InstantSource clock;
  private final Allowances allowances;
  private final IntakeLoop loop;
  private final MqttSource source;
  private final Thread thread;
  private volatile Optional<Context> stage = Optional.empty();
  private Optional<MessageConsumer<Submission>> submissions = Optional.empty();

  /**
   * @param site the site as it is configured at the moment
   * @param clock says when a message arrived
   * @param unknown remembers the devices that are not configured
   */
  public IngestVerticle(
      BrokerAddress broker,
      Subscriptions subscriptions,
      Supplier<Site> site,
      Journal journal,
      InstantSource clock,
      UnknownDevices unknown,
      MeterRegistry registry) {
    this.clock = clock;
    IntakeMeters meters = new IntakeMeters(registry);
    this.allowances = new Allowances(site, meters::refused);
    Sieve sieve = new Sieve(new Intake(site), allowances);
    this.loop = new IntakeLoop(inbox, sieve, journal, meters, unknown, echo());
    Gauge.builder("wuchang.devices.flooding", this, ingest -> ingest.floods().size())
        .description("Devices that say far more than their interval lets expect")
        .register(registry);
    this.source =
        new MqttSource(
            broker,
            subscriptions,
            inbox,
            clock,
            meters::dropped,
            () -> Intake.topicsOf(site.get()));
    this.thread = new Thread(loop, "wuchang-intake");
    thread.setDaemon(true); // a disk that hangs must not keep the process from ending
  }

  @Override
  public Future<?> start() {
    stage = Optional.of(context);
    submissions = Optional.of(vertx.eventBus().localConsumer(Bus.SUBMISSIONS, this::submit));
    thread.start();
    source.start();
    return Future.succeededFuture();
  }

  /** What was taken is journalled and acknowledged; what was not comes again at the next start. */
  @Override
  public Future<?> stop() {
    Future<?> deaf =
        submissions.isPresent() ? submissions.get().unregister() : Future.succeededFuture();
    return deaf.eventually(() -> vertx.executeBlocking(this::finish));
  }

  /** Why nothing is taken in at the moment; empty when all is well. */
  public Optional<String> trouble() {
    return loop.trouble().or(source::trouble).or(this::ended);
  }

  /** The devices that say far more than they are to. */
  public List<Flood> floods() {
    return allowances.floods(clock.instant());
  }

  private Optional<String> ended() {
    return thread.isAlive() ? Optional.empty() : Optional.of("the intake is not running");
  }

  private boolean finish() throws InterruptedException {
    source.pause();
    loop.stop();
    thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    source.close();
    return !thread.isAlive();
  }

  private void submit(Message<Submission> message) {
    Submission submission = message.body();
    Incoming incoming =
        Incoming.of(submission.topic(), submission.payload(), false, clock.instant());
    if (!inbox.offer(new Arrival(incoming, receipt(message)))) {
      message.fail(BUSY, "too much is waiting to be journalled");
    }
  }

  private Receipt receipt(Message<Submission> message) {
    return new Receipt() {
      @Override
      public void accepted(int observations) {
        onStage(() -> message.reply(observations));
      }

      @Override
      public void abandoned(String why) {
        onStage(() -> message.fail(BUSY, why));
      }
    };
  }

  private IntakeLoop.Echo echo() {
    return new IntakeLoop.Echo() {
      @Override
      public void journalled(long position) {
        IngestVerticle.this.journalled(position);
      }

      @Override
      public void recorded(List<BookEntry> entries) {
        onStage(() -> vertx.eventBus().publish(Bus.RECORDED, new BookEntries(entries)));
      }

      @Override
      public void ask(Ask ask) {
        source.publish(ask.topic(), ask.payload());
      }
    };
  }

  private void journalled(long position) {
    onStage(() -> vertx.eventBus().publish(Bus.JOURNALLED, position));
  }

  private void onStage(Runnable work) {
    stage.ifPresent(c -> c.runOnContext(nothing -> work.run()));
  }
}
