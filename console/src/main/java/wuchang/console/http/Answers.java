package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import wuchang.console.view.Json;

/** How an answer is sent: what is not an asset is never kept by anybody on the way. */
final class Answers {
  private Answers() {}

  static Future<Void> json(RoutingContext ctx, Object value) {
    return json(ctx, 200, value);
  }

  static Future<Void> json(RoutingContext ctx, int status, Object value) {
    return send(ctx, status, "application/json", Json.write(value));
  }

  static Future<Void> send(RoutingContext ctx, int status, String contentType, String body) {
    return send(ctx, status, contentType, Buffer.buffer(body));
  }

  static Future<Void> send(RoutingContext ctx, int status, String contentType, Buffer body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return end(ctx, body);
  }

  /** Ends with a body, or with its length only when just the head was asked for. */
  static Future<Void> end(RoutingContext ctx, Buffer body) {
    if (!ctx.request().method().equals(HttpMethod.HEAD)) {
      return ctx.response().end(body);
    }
    return ctx.response()
        .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
        .end();
  }

  static Future<Void> nothing(RoutingContext ctx) {
    return ctx.response().setStatusCode(204).putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
  }

  static Future<Void> seeOther(RoutingContext ctx, String path) {
    return ctx.response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, path)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  /** Whether a browser's reader will look at the answer. */
  static boolean wantsPage(RoutingContext ctx) {
    String accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }
}
