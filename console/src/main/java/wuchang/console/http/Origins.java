package wuchang.console.http;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;

/** Which origins are our own page: the one that was asked, and the public one behind a proxy. */
final class Origins {
  private final Optional<String> publicOrigin;

  Origins(Optional<URI> publicUrl) {
    this.publicOrigin = publicUrl.map(Origins::origin);
  }

  /**
   * Whether the request comes from our own page, as far as the browser says. What is no browser
   * says nothing, and is not whom this protects.
   */
  boolean isOwn(RoutingContext ctx) {
    String site = ctx.request().getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = ctx.request().getHeader("Origin");
    return origin == null
        || origin.equals(asked(ctx))
        || publicOrigin.filter(origin::equals).isPresent();
  }

  private static String asked(RoutingContext ctx) {
    HostAndPort authority = ctx.request().authority();
    String scheme = ctx.request().isSSL() ? "https" : "http";
    return authority == null ? "" : scheme + "://" + authority;
  }

  private static String origin(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }
}
