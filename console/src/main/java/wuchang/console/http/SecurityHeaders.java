package wuchang.console.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * What browsers are told to refuse: scripts and styles that are not files of ours, being framed,
 * guessing types, and telling other sites where somebody came from. ({@code same-origin} and not
 * {@code no-referrer}: the latter makes browsers hide the origin from ourselves, too.)
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String POLICY = "Content-Security-Policy";
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  /** A report brings its own style and needs nothing else. */
  private static final String DOCUMENT =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; sandbox";

  private final boolean secure;

  SecurityHeaders(boolean secure) {
    this.secure = secure;
  }

  @Override
  public void handle(RoutingContext ctx) {
    MultiMap headers = ctx.response().headers();
    headers.set(POLICY, PAGE);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (secure) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    ctx.next();
  }

  static void ofDocument(RoutingContext ctx) {
    ctx.response().headers().set(POLICY, DOCUMENT);
  }
}
