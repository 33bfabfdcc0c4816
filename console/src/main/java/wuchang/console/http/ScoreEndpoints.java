package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.ScoreView;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Site;

/** The monthly 五常 score, and its correction. */
final class ScoreEndpoints {
  private static final String PATH = "/api/v1/score";
  private static final String MONTH_EXPECTED = "a month such as 2026-01";

  private final ConsoleParts parts;
  private final Workers queries;

  ScoreEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.queries = rooms.queries();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(PATH, Permission.READ_SITE, this::score),
        Endpoint.post(PATH, Permission.ADMINISTER, this::correct));
  }

  private Future<?> score(RoutingContext ctx) {
    Site site = parts.site().get();
    Query query = new Query(ctx, site.zone());
    YearMonth now = YearMonth.from(site.local(parts.clock().instant()));
    YearMonth month = query.value("month", YearMonth::parse, MONTH_EXPECTED).orElse(now);
    if (month.isAfter(now)) {
      throw HttpProblem.badParameter("month", month.toString(), "a month up to " + now);
    }
    Optional<AreaId> area = query.value("area", AreaId::of, "an area's id");
    Optional<PersonId> person = query.value("person", PersonId::of, "a person's id");
    area.filter(id -> site.area(id).isEmpty())
        .ifPresent(
            id -> {
              throw HttpProblem.unknown("area", id.value());
            });
    return queries
        .run(() -> ScoreView.of(parts.scores().of(month, area, person)))
        .compose(score -> Answers.json(ctx, score));
  }

  private Future<?> correct(RoutingContext ctx) {
    Body body = Body.of(ctx);
    String word = body.needed("month");
    YearMonth month = Query.read("month", word, YearMonth::parse, MONTH_EXPECTED);
    String reason = body.needed("reason");
    String by = Doorkeeper.known(ctx).account().id().value();
    return queries
        .run(() -> parts.scores().correct(month, by, reason))
        .compose(
            version ->
                version
                    .map(made -> Answers.json(ctx, 201, ScoreView.of(made)))
                    .orElseThrow(
                        () ->
                            HttpProblem.of(409, "not_published", month + " is not published yet")));
  }
}
