package wuchang.alerts;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.AlertDesk.Turn;
import wuchang.alerts.notify.ChannelHealth;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Hush;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.finding.Findings;

/**
 * The alerts on the bus: findings and commands in, steps out, and people told. It waits for the
 * disk, so it runs as a worker ({@link #deployment}), which also keeps everything in order: one
 * thing at a time, each on disk before it is answered. Channels do their work elsewhere.
 *
 * <p>The bus must carry the records of {@code domain} by reference.
 */
public final class AlertsVerticle extends VerticleBase {
  /** The journal failed: nothing has happened, ask again. */
  public static final int NOT_ON_DISK = 503;

  /** A bug; asking again may not help. */
  public static final int BROKEN = 500;

  private static final Logger LOG = LoggerFactory.getLogger(AlertsVerticle.class);
  private static final long LAND_WITHIN_SECONDS = 3;

  private final AlertParts parts;
  private volatile Optional<AlertStage> stage = Optional.empty();

  public AlertsVerticle(AlertParts parts) {
    this.parts = parts;
  }

  /** How it must be deployed: as a worker with a thread of its own. */
  public static DeploymentOptions deployment() {
    return new DeploymentOptions()
        .setThreadingModel(ThreadingModel.WORKER)
        .setWorkerPoolName("wuchang-alerts")
        .setWorkerPoolSize(1);
  }

  @Override
  public Future<?> start() {
    if (context.threadingModel() != ThreadingModel.WORKER) {
      return Future.failedFuture(
          new IllegalStateException(
              "AlertsVerticle waits for the disk; deploy it with AlertsVerticle.deployment()"));
    }
    AlertStage alerts = new AlertStage(parts, this::atHome, new OnBus());
    stage = Optional.of(alerts);
    vertx.eventBus().<Findings>localConsumer(Bus.FINDINGS, message -> onFindings(alerts, message));
    vertx
        .eventBus()
        .<AlertCommand>localConsumer(Bus.ALERT_COMMANDS, message -> onCommand(alerts, message));
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> alerts.onTick(tick.body().now()));
    alerts.begin();
    return Future.succeededFuture();
  }

  /** Which channels deliver nothing; may be asked from any thread. */
  public List<ChannelHealth.Dead> deadChannels() {
    return stage.map(AlertStage::dead).orElse(List.of());
  }

  /** What is under way may land, so that a clean stop sends nothing twice. */
  @Override
  public Future<?> stop() {
    return stage
        .<Future<?>>map(
            alerts ->
                Future.fromCompletionStage(
                        alerts.close().orTimeout(LAND_WITHIN_SECONDS, TimeUnit.SECONDS), context)
                    .transform(landed -> closed(alerts)))
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Void> closed(AlertStage alerts) {
    alerts.closed();
    return Future.succeededFuture();
  }

  private void onFindings(AlertStage alerts, Message<Findings> message) {
    turn(message, () -> alerts.on(message.body()))
        .ifPresent(
            turn -> {
              message.reply(turn.steps().size());
              alerts.tell(turn);
            });
  }

  private void onCommand(AlertStage alerts, Message<AlertCommand> message) {
    if (message.body() instanceof Act act) {
      answer(alerts, message, () -> alerts.on(act));
    } else if (message.body() instanceof Hush hush) {
      answer(alerts, message, () -> alerts.on(hush));
    } else {
      message.reply(alerts.answer(message.body()));
    }
  }

  private static void answer(AlertStage alerts, Message<?> message, Supplier<Turn> work) {
    turn(message, work)
        .ifPresent(
            turn -> {
              message.reply(AlertStage.reply(turn));
              alerts.tell(turn);
            });
  }

  /** The edge: what fails is logged here, once, and the one who asked is told. */
  private static Optional<Turn> turn(Message<?> message, Supplier<Turn> work) {
    try {
      return Optional.of(work.get());
    } catch (UncheckedIOException e) {
      LOG.warn("event=journal_failed at={} failure=\"{}\"", message.address(), e.getMessage());
      message.fail(NOT_ON_DISK, "the journal failed; nothing has changed");
    } catch (RuntimeException e) {
      LOG.error("event=request_broken at={}", message.address(), e);
      message.fail(BROKEN, "this is a bug: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private void atHome(Runnable task) {
    context.runOnContext(ignored -> task.run());
  }

  private final class OnBus implements AlertStage.Audience {
    @Override
    public void steps(List<AlertStep> steps) {
      vertx.eventBus().publish(Bus.ALERT_STEPS, new AlertSteps(steps));
    }

    @Override
    public void journalled(long position) {
      vertx.eventBus().publish(Bus.JOURNALLED, position);
    }
  }
}
