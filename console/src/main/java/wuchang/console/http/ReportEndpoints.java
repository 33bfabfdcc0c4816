package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.parts.DailyReports.Format;
import wuchang.domain.Language;
import wuchang.domain.site.Site;

/** The daily record, to look at, to print or to keep. */
final class ReportEndpoints {
  private final ConsoleParts parts;
  private final Workers queries;

  ReportEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.queries = rooms.queries();
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/api/v1/reports/daily", Permission.READ_SITE, this::daily));
  }

  private Future<?> daily(RoutingContext ctx) {
    Site site = parts.site().get();
    Query query = new Query(ctx, site.zone());
    LocalDate date = date(query, site.local(parts.clock().instant()).toLocalDate());
    Format format =
        query.value("format", word -> oneOf(Format.of(word)), "json html csv").orElse(Format.JSON);
    Language language =
        query.value("lang", ReportEndpoints::language, "zh or en").orElse(Language.ZH);
    return queries
        .run(() -> parts.dailyReports().daily(date, format, language))
        .compose(
            report -> {
              describe(ctx, date, format);
              return Answers.send(ctx, 200, format.contentType(), report);
            });
  }

  private static LocalDate date(Query query, LocalDate today) {
    LocalDate date = query.date("date").orElse(today);
    if (date.isAfter(today)) {
      throw HttpProblem.badParameter("date", date.toString(), "a day up to " + today);
    }
    return date;
  }

  private static void describe(RoutingContext ctx, LocalDate date, Format format) {
    SecurityHeaders.ofDocument(ctx);
    if (format == Format.CSV) {
      String name = "attachment; filename=\"daily-" + date + ".csv\"";
      ctx.response().putHeader(HttpHeaders.CONTENT_DISPOSITION, name);
    }
  }

  private static Language language(String word) {
    return oneOf(
        List.of(Language.values()).stream().filter(l -> l.code().equals(word)).findFirst());
  }

  private static <T> T oneOf(Optional<T> found) {
    return found.orElseThrow(IllegalArgumentException::new);
  }
}
