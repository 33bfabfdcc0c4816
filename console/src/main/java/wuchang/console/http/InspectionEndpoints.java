package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.domain.site.Site;

/** The package that an inspector takes along. It is whole on disk before any of it is sent. */
final class InspectionEndpoints {
  /** More is a matter for the command line: a year of a canteen takes minutes. */
  private static final int MOST_DAYS = 92;

  private final ConsoleParts parts;
  private final Workers queries;

  InspectionEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.queries = rooms.queries();
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/api/v1/inspection", Permission.READ_SITE, this::take));
  }

  private Future<?> take(RoutingContext ctx) {
    Site site = parts.site().get();
    Query query = new Query(ctx, site.zone());
    LocalDate today = site.local(parts.clock().instant()).toLocalDate();
    LocalDate end = query.date("to").orElse(today.plusDays(1));
    LocalDate from = query.date("from").orElse(end.minusMonths(1));
    if (!from.isBefore(end) || from.plusDays(MOST_DAYS).isBefore(end)) {
      throw HttpProblem.badParameter(
          "from", from.toString(), "a day before " + end + ", by " + MOST_DAYS + " days at most");
    }
    String name = site.id() + "-inspection-" + from + "-" + end.minusDays(1) + ".zip";
    return queries.run(() -> written(from, end)).compose(file -> send(ctx, name, file));
  }

  private Path written(LocalDate from, LocalDate end) throws IOException {
    Path file = Files.createTempFile("inspection", ".zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      parts.inspection().write(from, end, out);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Future<?> send(RoutingContext ctx, String name, Path file) {
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return ctx.response()
        .sendFile(file.toString())
        .eventually(() -> ctx.vertx().fileSystem().delete(file.toString()));
  }
}
