package wuchang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wuchang.domain.Bus;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Findings;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.catalogue.Catalogue;

class RulesVerticleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryHistory history = new MemoryHistory();
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    finish(vertx.close());
  }

  @Test
  void what_the_store_could_not_tell_at_the_start_is_found_when_it_is_back() throws Exception {
    vertx.eventBus().registerDefaultCodec(Findings.class, new ByReference());
    CompletableFuture<Findings> found = new CompletableFuture<>();
    vertx
        .eventBus()
        .<Findings>consumer(
            Bus.FINDINGS,
            request -> {
              found.complete(request.body());
              request.reply("");
            });
    history.away = true;
    for (int minute = 0; minute < 60; minute++) {
      Instant at = NOW.minus(Duration.ofMinutes(60 - minute));
      history.stored.add(Reading.of(DeviceId.of("fridge-1"), Metric.TEMPERATURE, at, 12));
    }
    deploy();

    history.away = false;
    vertx.eventBus().publish(Bus.STORE_BACK, "");
    vertx.eventBus().publish(Bus.TICK, "");

    assertThat(found.get(20, TimeUnit.SECONDS).findings()).isNotEmpty();
  }

  private void deploy() throws Exception {
    Judge judge =
        new Judge(Catalogue.shipped(), () -> ColdRoom.site(Map.of()), new MemoryJournal(), history);
    RulesVerticle rules = new RulesVerticle(judge, () -> NOW, new SimpleMeterRegistry());
    DeploymentOptions worker = new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER);
    finish(vertx.deployVerticle(rules, worker));
  }

  private static void finish(Future<?> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** Lets findings pass as they are. */
  private static final class ByReference implements MessageCodec<Findings, Findings> {
    @Override
    public void encodeToWire(Buffer buffer, Findings findings) {
      throw new UnsupportedOperationException("nothing leaves the process");
    }

    @Override
    public Findings decodeFromWire(int position, Buffer buffer) {
      throw new UnsupportedOperationException("nothing leaves the process");
    }

    @Override
    public Findings transform(Findings findings) {
      return findings;
    }

    @Override
    public String name() {
      return "by-reference";
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
