package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.parts.Documents;
import wuchang.console.parts.Documents.Format;
import wuchang.console.view.KeptDocumentView;
import wuchang.console.view.Page;
import wuchang.domain.Language;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;

/** The documents, to look at, to print or to keep. */
final class ReportEndpoints {
  private static final String KINDS =
      Arrays.stream(ReportKind.values()).map(ReportKind::word).collect(Collectors.joining(" "));

  private final ConsoleParts parts;
  private final Workers queries;

  ReportEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.queries = rooms.queries();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/reports", Permission.READ_SITE, this::kept),
        Endpoint.get("/api/v1/reports/{kind}", Permission.READ_SITE, this::report));
  }

  private Future<?> kept(RoutingContext ctx) {
    Site site = parts.site().get();
    Query query = new Query(ctx, site.zone());
    LocalDate end =
        query.date("to").orElse(site.local(parts.clock().instant()).toLocalDate().plusDays(1));
    LocalDate from = query.date("from").orElse(end.minusMonths(2));
    return queries
        .run(() -> parts.documents().kept(from, end).stream().map(KeptDocumentView::of).toList())
        .compose(items -> Answers.json(ctx, Page.whole(items)));
  }

  private Future<?> report(RoutingContext ctx) {
    Site site = parts.site().get();
    Query query = new Query(ctx, site.zone());
    String word = ctx.pathParam("kind");
    ReportKind kind =
        ReportKind.of(word).orElseThrow(() -> HttpProblem.unknown("report (" + KINDS + ")", word));
    LocalDate date = date(query, site.local(parts.clock().instant()).toLocalDate());
    Format format =
        query
            .value("format", name -> oneOf(Format.of(name)), "json html csv xlsx")
            .orElse(Format.JSON);
    Language language =
        query.value("lang", ReportEndpoints::language, "zh or en").orElse(Language.ZH);
    OptionalInt version =
        query
            .value("version", Integer::parseInt, "a whole number from 1")
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    return queries
        .run(() -> parts.documents().make(kind, date, version, format, language))
        .compose(
            made ->
                send(
                    ctx,
                    made.orElseThrow(
                        () -> HttpProblem.unknown("version", query.text("version").orElse(""))),
                    format));
  }

  private static LocalDate date(Query query, LocalDate today) {
    LocalDate date = query.date("date").orElse(today);
    if (date.isAfter(today)) {
      throw HttpProblem.badParameter("date", date.toString(), "a day up to " + today);
    }
    return date;
  }

  private static Future<?> send(RoutingContext ctx, Documents.Made made, Format format) {
    SecurityHeaders.ofDocument(ctx);
    if (format.isFile()) {
      String name = "attachment; filename=\"" + made.name() + "." + format.word() + "\"";
      ctx.response().putHeader(HttpHeaders.CONTENT_DISPOSITION, name);
    }
    return Answers.send(ctx, 200, format.contentType(), Buffer.buffer(made.bytes()));
  }

  private static Language language(String word) {
    return oneOf(
        List.of(Language.values()).stream().filter(l -> l.code().equals(word)).findFirst());
  }

  private static <T> T oneOf(Optional<T> found) {
    return found.orElseThrow(IllegalArgumentException::new);
  }
}
