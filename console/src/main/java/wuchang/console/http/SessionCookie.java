package wuchang.console.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import wuchang.console.access.Sessions;

/**
 * The cookie of a session: out of reach of scripts, sent by other sites only with a plain link
 * (Lax, so that the link in a message opens the page), and over TLS only where there is TLS.
 */
final class SessionCookie {
  private final String name;
  private final boolean secure;

  /**
   * @param port part of the name, for browsers share cookies between the ports of a host
   */
  SessionCookie(int port, boolean secure) {
    this.name = "wuchang_" + port;
    this.secure = secure;
  }

  Optional<String> read(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(name)).map(Cookie::getValue);
  }

  void set(RoutingContext ctx, String value) {
    ctx.response().addCookie(cookie(value).setMaxAge(Sessions.LONGEST.toSeconds()));
  }

  void clear(RoutingContext ctx) {
    ctx.response().addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
