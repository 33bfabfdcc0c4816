package wuchang.console;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import wuchang.console.http.Routes;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.parts.HttpSettings;

/** The console's shell: one HTTP server in front of {@link Routes}. Deploy one instance. */
public final class ConsoleVerticle extends VerticleBase {
  /** A sign of life goes out on every stream well within it. */
  private static final int IDLE_SECONDS = 60;

  private final ConsoleParts parts;
  private HttpServer server;
  private Routes routes;

  public ConsoleVerticle(ConsoleParts parts) {
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    routes = new Routes(vertx, parts);
    server = vertx.createHttpServer(options(parts.http()));
    return server.requestHandler(routes.router()).listen();
  }

  @Override
  public Future<?> stop() {
    routes.close();
    return server.close();
  }

  /** The port it listens on, once it is deployed. */
  public int port() {
    return server.actualPort();
  }

  private static HttpServerOptions options(HttpSettings settings) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            // An answer of more than 64 kB that begins while a client changes to HTTP/2 is torn
            // apart.
            .setHttp2ClearTextEnabled(false)
            .setCompressionSupported(true)
            .setIdleTimeout(IDLE_SECONDS);
    settings
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .addCertPath(tls.certificate().toString())
                            .addKeyPath(tls.key().toString())));
    return options;
  }
}
