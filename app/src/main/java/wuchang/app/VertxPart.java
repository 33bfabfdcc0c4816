package wuchang.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Vert.x with its metrics, and how a part of the system is put onto it. */
final class VertxPart {
  private static final long DEPLOY_SECONDS = 120;

  private VertxPart() {}

  static Vertx start(PrometheusMeterRegistry meters, Closing closing) {
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setLabels(
                EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME));
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setMetricsOptions(options))
            .withMetrics(new MicrometerMetricsFactory(meters))
            .build();
    closing.add(
        "vertx",
        () -> vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
    ByReference.on(vertx.eventBus());
    return vertx;
  }

  static DeploymentOptions worker(String name) {
    return new DeploymentOptions()
        .setThreadingModel(ThreadingModel.WORKER)
        .setWorkerPoolName(name)
        .setWorkerPoolSize(1);
  }

  static void deploy(Vertx vertx, Deployable verticle, DeploymentOptions options)
      throws IOException, InterruptedException {
    try {
      vertx
          .deployVerticle(verticle, options)
          .toCompletionStage()
          .toCompletableFuture()
          .get(DEPLOY_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new IOException(
          verticle.getClass().getSimpleName() + " did not start in " + DEPLOY_SECONDS + " s", e);
    }
  }
}
