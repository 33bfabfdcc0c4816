package wuchang.console.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import wuchang.console.access.Permission;

/** The page and its files. */
final class PageEndpoints {
  private final Assets assets;

  PageEndpoints(Assets assets) {
    this.assets = assets;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/", Permission.READ, ctx -> assets.send(ctx, "index.html")),
        Endpoint.get("/alerts/{id}", Permission.READ, ctx -> assets.send(ctx, "index.html")),
        Endpoint.get(
            "/page/{file}",
            Permission.READ,
            ctx -> assets.send(ctx, "/page/" + ctx.pathParam("file"))),
        Endpoint.open(
            HttpMethod.GET,
            "/open/{file}",
            ctx -> assets.send(ctx, "/open/" + ctx.pathParam("file"))),
        Endpoint.get("/openapi.yaml", Permission.READ, ctx -> assets.send(ctx, "/openapi.yaml")));
  }
}
