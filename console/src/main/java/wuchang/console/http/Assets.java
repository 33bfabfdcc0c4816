package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The page's files, read from the class path once and kept: some 250 kB. What is not in the list is
 * not served. A browser asks each time whether its copy is still good, so an update shows at once.
 */
final class Assets {
  /** What the login page needs, and so everybody may have. */
  private static final List<String> OPEN =
      List.of("style.css", "lang.js", "login.js", "link.css", "link.js", "icon.svg");

  private static final List<String> PAGE =
      List.of(
          "app.js",
          "api.js",
          "words.js",
          "clock.js",
          "dom.js",
          "state.js",
          "stream.js",
          "alerts.js",
          "acts.js",
          "repair.js",
          "silences.js",
          "records.js",
          "devices.js",
          "device.js",
          "chart.js",
          "more.js",
          "page.css");

  private static final String HERE = "/wuchang/console/page/";

  private record Asset(Buffer bytes, String type, String etag) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  Assets() {
    OPEN.forEach(name -> load("/open/" + name, HERE + name));
    PAGE.forEach(name -> load("/page/" + name, HERE + name));
    List.of("index.html", "login.html", "sign-in.html", "link.html")
        .forEach(name -> load(name, HERE + name));
    load("/openapi.yaml", "/wuchang/console/openapi.yaml");
    String uplot = "/META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
    load("/page/uplot.js", uplot + "uPlot.esm.js");
    load("/page/uplot.css", uplot + "uPlot.min.css");
  }

  /** Sends a file, or 304 when the reader has it. */
  Future<?> send(RoutingContext ctx, String path) {
    Asset asset =
        Optional.ofNullable(assets.get(path)).orElseThrow(() -> HttpProblem.unknown("file", path));
    ctx.response()
        .putHeader(HttpHeaders.ETAG, asset.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (asset.etag().equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return ctx.response().setStatusCode(304).end();
    }
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
    return Answers.end(ctx, asset.bytes());
  }

  /** A page as text, for one that has something filled in. */
  String text(String name) {
    return assets.get(name).bytes().toString(StandardCharsets.UTF_8);
  }

  private void load(String path, String resource) {
    Buffer bytes = Buffer.buffer(read(resource));
    String etag = "\"" + Integer.toHexString(bytes.hashCode()) + "-" + bytes.length() + "\"";
    assets.put(path, new Asset(bytes, type(resource), etag));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The chart library's files stand under its version. */
  private static String uplotVersion() {
    byte[] properties = read("/META-INF/maven/org.webjars.npm/uplot/pom.properties");
    Properties read = new Properties();
    try {
      read.load(new java.io.ByteArrayInputStream(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.getProperty("version");
  }

  private static String type(String resource) {
    return switch (resource.substring(resource.lastIndexOf('.'))) {
      case ".html" -> "text/html; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      case ".svg" -> "image/svg+xml";
      case ".yaml" -> "application/yaml; charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
