package wuchang.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.console.access.Account;
import wuchang.console.access.Permission;
import wuchang.console.parts.ConsoleParts;
import wuchang.console.view.Json;
import wuchang.console.view.Page;
import wuchang.console.view.RecordCursor;
import wuchang.console.view.RecordFormView;
import wuchang.console.view.RecordView;
import wuchang.domain.AreaId;
import wuchang.domain.RecordId;
import wuchang.domain.book.Keepers;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Reply;
import wuchang.domain.book.Writer;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/** What people write down, in and out. */
final class RecordEndpoints {
  private static final String RECORDS = "/api/v1/records/{kind}";
  private static final Duration USUAL_SPAN = Duration.ofDays(30);
  private static final int USUAL = 200;
  private static final int MOST = 1_000;

  private final ConsoleParts parts;
  private final Stages stages;
  private final RepairOfAlert repairs;

  RecordEndpoints(Rooms rooms) {
    this.parts = rooms.parts();
    this.stages = rooms.stages();
    this.repairs = new RepairOfAlert(parts, stages);
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(RECORDS, Permission.RECORD, this::write),
        Endpoint.get(RECORDS, Permission.READ, this::list),
        Endpoint.get(RECORDS + "/{id}", Permission.READ, this::versions),
        Endpoint.get("/api/v1/record-forms", Permission.RECORD, this::forms),
        Endpoint.get("/api/v1/improvements", Permission.READ_SITE, this::improvements));
  }

  private Future<?> write(RoutingContext ctx) {
    RecordKind kind = kind(ctx);
    Map<String, Object> said = said(ctx);
    return repairs
        .alert(ctx, kind, said)
        .compose(
            alert ->
                stages
                    .ask(new RecordCommand.Write(kind, repairs.completed(said, alert), writer(ctx)))
                    .map(reply -> RecordReplies.expect(reply, Reply.Written.class).entry())
                    .compose(entry -> repairs.named(ctx, alert, entry)))
        .compose(entry -> Answers.json(ctx, 201, RecordView.of(entry, parts.clock().instant())));
  }

  /** The forms that the caller may fill in. */
  private Future<?> forms(RoutingContext ctx) {
    Role role = Doorkeeper.known(ctx).account().role();
    return Answers.json(
        ctx,
        Page.whole(
            Arrays.stream(RecordKind.values())
                .filter(kind -> Keepers.keeps(role, kind))
                .map(RecordFormView::of)
                .toList()));
  }

  private Future<?> list(RoutingContext ctx) {
    RecordKind kind = readable(ctx);
    Sight sight = Sight.of(ctx, parts.site());
    Query query = new Query(ctx, sight.site().zone());
    Instant to = query.instant("to").orElse(parts.clock().instant().plus(Duration.ofDays(1)));
    Instant from = query.instant("from").orElse(to.minus(USUAL_SPAN));
    int limit = query.number("limit", USUAL, MOST);
    Optional<RecordCursor> after = query.text("cursor").map(RecordEndpoints::cursor);
    return stages
        .ask(new RecordCommand.Find(kind, from, to))
        .map(reply -> RecordReplies.expect(reply, Reply.Found.class).entries())
        .map(found -> found.stream().filter(entry -> sees(ctx, entry)).toList())
        .map(seen -> RecordCursor.page(seen, after, limit))
        .compose(page -> Answers.json(ctx, shown(page)));
  }

  private Future<?> versions(RoutingContext ctx) {
    RecordKind kind = readable(ctx);
    String id = ctx.pathParam("id");
    return stages
        .ask(new RecordCommand.Versions(id(id)))
        .map(reply -> RecordReplies.expect(reply, Reply.Found.class).entries())
        .map(
            found -> {
              List<BookEntry> seen =
                  found.stream().filter(e -> e.kind() == kind && sees(ctx, e)).toList();
              if (seen.isEmpty()) {
                throw HttpProblem.unknown(kind.word(), id);
              }
              return Page.whole(seen);
            })
        .compose(page -> Answers.json(ctx, shown(page)));
  }

  private Future<?> improvements(RoutingContext ctx) {
    Query query = new Query(ctx, parts.site().get().zone());
    Instant until = query.instant("until").orElseGet(parts.clock()::instant);
    return stages
        .ask(new RecordCommand.Improve(until))
        .map(reply -> RecordReplies.expect(reply, Reply.Improvements.class).items())
        .compose(items -> Answers.json(ctx, Page.whole(items)));
  }

  private Page<Map<String, Object>> shown(Page<BookEntry> page) {
    Instant now = parts.clock().instant();
    return new Page<>(
        page.items().stream().map(entry -> RecordView.of(entry, now)).toList(), page.next());
  }

  /** A contractor sees what is about its areas and what it wrote itself. */
  private boolean sees(RoutingContext ctx, BookEntry entry) {
    Account account = Doorkeeper.known(ctx).account();
    Site site = parts.site().get();
    Optional<AreaId> area =
        entry.area().or(() -> entry.about().flatMap(site::device).map(Device::area));
    return account.role() != Role.CONTRACTOR
        || entry.by().equals(account.id().value())
        || area.filter(a -> account.sees(a, site)).isPresent();
  }

  private Writer writer(RoutingContext ctx) {
    Account account = Doorkeeper.known(ctx).account();
    Site site = parts.site().get();
    Optional<Set<AreaId>> only =
        account.role() == Role.CONTRACTOR
            ? Optional.of(
                site.areas().keySet().stream()
                    .filter(area -> account.sees(area, site))
                    .collect(Collectors.toUnmodifiableSet()))
            : Optional.empty();
    return new Writer(account.id(), account.role(), only);
  }

  private static RecordKind kind(RoutingContext ctx) {
    String word = ctx.pathParam("kind");
    return RecordKind.of(word)
        .orElseThrow(
            () ->
                HttpProblem.unknown("kind of record", word)
                    .with(
                        "expected",
                        Arrays.stream(RecordKind.values()).map(RecordKind::word).toList()));
  }

  private static RecordKind readable(RoutingContext ctx) {
    RecordKind kind = kind(ctx);
    if (kind.isPersonal() && !Doorkeeper.known(ctx).account().role().atLeast(Role.INSPECTOR)) {
      throw Doorkeeper.notAllowed("these records are about persons; they take the role inspector");
    }
    return kind;
  }

  private static Map<String, Object> said(RoutingContext ctx) {
    String text = ctx.body().asString();
    Map<String, Object> said = new LinkedHashMap<>();
    try {
      if (Json.read(text == null || text.isBlank() ? "{}" : text) instanceof ObjectNode object) {
        object.properties().forEach(field -> said.put(field.getKey(), scalar(field.getValue())));
        return said;
      }
    } catch (JsonProcessingException e) {
      // Said below; the parser's own words would quote the body back.
    }
    throw HttpProblem.of(400, "bad_body", "the body must be a JSON object");
  }

  /** Its value; what is no scalar stands as a node, which no field takes. */
  private static Object scalar(JsonNode node) {
    if (node.isNull()) {
      return "";
    } else if (node.isNumber()) {
      return node.doubleValue();
    } else if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isTextual() ? node.textValue() : node;
  }

  private static RecordId id(String word) {
    return Query.read("id", word, RecordId::of, "the id of a record");
  }

  private static RecordCursor cursor(String word) {
    return RecordCursor.of(word)
        .orElseThrow(
            () -> HttpProblem.badParameter("cursor", word, "the «next» of the page before"));
  }
}
