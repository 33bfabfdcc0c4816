package wuchang.rules;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.CoverageSheet;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.DeviceStates;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;

/**
 * The journal's first reader. Looks at each batch, hands what it finds to the alerts and goes on
 * only when they have it on disk, so nothing found is lost between the two. To be deployed as a
 * worker, after the alerts and before the store's writer.
 */
public final class RulesVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(RulesVerticle.class);
  private static final long AGAIN_MILLIS = 1000;

  /** A device whose late readings have stopped for so long is judged from the store. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final Judge judge;
  private final InstantSource clock;
  private final Set<DeviceId> heard = new LinkedHashSet<>();
  private final Map<DeviceId, Late> late = new HashMap<>();
  private final Unsent unsent = new Unsent();
  private volatile Map<EvidenceState, Integer> devices = Map.of();
  private boolean busy = true;
  private boolean storeIsBack;

  private record Late(Instant from, Instant seen) {}

  public RulesVerticle(Judge judge, InstantSource clock, MeterRegistry meters) {
    this.judge = judge;
    this.clock = clock;
    FunctionCounter.builder("wuchang.rule.evaluations", judge, Judge::evaluations)
        .description("How often a rule looked at a reading")
        .register(meters);
    for (EvidenceState state : EvidenceState.values()) {
      Gauge.builder("wuchang.devices", this, rules -> rules.devices.getOrDefault(state, 0))
          .tag("state", state.word())
          .description("Devices by what can be said of them")
          .register(meters);
    }
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().consumer(Bus.JOURNALLED, nudge -> look());
    vertx.eventBus().consumer(Bus.TICK, tick -> tick());
    vertx.eventBus().consumer(Bus.STORE_BACK, back -> storeIsBack = true);
    vertx
        .eventBus()
        .<String>consumer(
            Bus.DEVICE_STATES,
            request -> request.reply(new DeviceStates(judge.states(clock.instant()))));
    return reload();
  }

  /** Judges the recent past under the rules now in force; to be called when they have changed. */
  public Future<Void> reload() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        go -> {
          busy = true;
          try {
            hand(new Findings(judge.rebuild(clock.instant()))).onComplete(done);
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
    return done.future().onComplete(rebuilt -> busy = false);
  }

  private void look() {
    if (busy || !judge.hasMore()) {
      return;
    }
    Judge.Look look = judge.look(clock.instant());
    heard.addAll(look.heard());
    look.tooLate()
        .forEach(
            (device, from) ->
                late.merge(
                    device,
                    new Late(from, clock.instant()),
                    (a, b) ->
                        new Late(a.from().isBefore(b.from()) ? a.from() : b.from(), b.seen())));
    goOn(look.findings());
  }

  private void tick() {
    if (busy || catchesUp()) {
      return;
    }
    publish();
    cover();
    List<Finding> findings = new ArrayList<>(judge.tick(clock.instant()));
    findings.addAll(settledPast());
    goOn(new Findings(findings));
  }

  /** What the store could not tell when the rules started, it tells now. */
  private boolean catchesUp() {
    boolean catchesUp = storeIsBack && judge.lacksPast();
    storeIsBack = false;
    if (catchesUp) {
      LOG.info("event=rebuild_with_store");
      reload().onFailure(failure -> LOG.warn("event=rebuild_failed", failure));
    }
    return catchesUp;
  }

  /** Sends the sums of evidence that have changed to the store, which may be away for long. */
  private void cover() {
    unsent.add(judge.coverage());
    Instant now = clock.instant();
    if (unsent.wantsRunning(now)) {
      unsent.add(judge.running(now));
    }
    CoverageSheet sheet = unsent.next();
    if (!sheet.rows().isEmpty()) {
      vertx
          .eventBus()
          .request(Bus.COVERAGE, sheet)
          .onSuccess(stored -> unsent.arrived(sheet))
          .onFailure(
              failure -> {
                LOG.debug("event=coverage_not_stored reason=\"{}\"", failure.getMessage());
                unsent.failed();
              });
    }
  }

  private void goOn(Findings findings) {
    busy = true;
    hand(findings)
        .onComplete(
            handed -> {
              judge.done();
              busy = false;
              // Not from here: a long backlog would be as deep a stack.
              context.runOnContext(next -> look());
            });
  }

  /** Hands findings to the alerts until they have them; the rules wait. */
  private Future<Void> hand(Findings findings) {
    if (findings.findings().isEmpty()) {
      return Future.succeededFuture();
    }
    return vertx
        .eventBus()
        .request(Bus.FINDINGS, findings)
        .<Void>mapEmpty()
        .recover(
            failure -> {
              LOG.warn(
                  "event=findings_not_taken count={} reason=\"{}\"",
                  findings.findings().size(),
                  failure.getMessage());
              return vertx.timer(AGAIN_MILLIS).compose(again -> hand(findings));
            });
  }

  private List<Finding> settledPast() {
    Instant now = clock.instant();
    List<Finding> findings = new ArrayList<>();
    late.entrySet()
        .removeIf(
            entry -> {
              boolean settled = entry.getValue().seen().plus(SETTLED).isBefore(now);
              return settled && deepPast(entry.getKey(), entry.getValue().from(), now, findings);
            });
    return findings;
  }

  private boolean deepPast(DeviceId device, Instant from, Instant now, List<Finding> findings) {
    try {
      findings.addAll(judge.deepPast(device, from, now));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("event=past_not_judged device={} reason=\"{}\"", device, e.getMessage());
      return false;
    }
  }

  private void publish() {
    Instant now = clock.instant();
    if (!heard.isEmpty()) {
      vertx
          .eventBus()
          .publish(Bus.DEVICES_CHANGED, new DeviceStates(judge.states(List.copyOf(heard), now)));
      heard.clear();
    }
    Map<EvidenceState, Integer> counts = new EnumMap<>(EvidenceState.class);
    for (DeviceState state : judge.states(now)) {
      counts.merge(state.state(), 1, Integer::sum);
    }
    devices = Map.copyOf(counts);
  }
}
