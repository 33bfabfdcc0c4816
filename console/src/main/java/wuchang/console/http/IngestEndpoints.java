package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import wuchang.console.access.Permission;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Submission;
import wuchang.domain.site.Site;

/** The MQTT bodies over HTTP. What cannot be read is kept and counted there, as if by MQTT. */
final class IngestEndpoints {
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final int LONGEST_EVENT = 192 * 1024;

  /** Where the intake expects them; no client of the broker can publish there. */
  private static final String HIKVISION_TOPIC = "wuchang/$http/hikvision";

  private final Supplier<Site> site;
  private final Stages stages;

  IngestEndpoints(Rooms rooms) {
    this.site = rooms.parts().site();
    this.stages = rooms.stages();
  }

  List<Endpoint> endpoints() {
    Endpoint pushed =
        Endpoint.post("/api/v1/ingest/hikvision", Permission.INGEST, this::pushed)
            .taking(Endpoint.UNREAD);
    return List.of(pushed, ingest("telemetry"), ingest("event"));
  }

  private Endpoint ingest(String what) {
    return Endpoint.post(
            "/api/v1/ingest/{device}/" + what, Permission.INGEST, ctx -> take(ctx, what))
        .taking(LONGEST_BODY);
  }

  /**
   * A controller's push, read as it comes: form decoding would take it apart. Behind the event's
   * part come pictures, which are not kept.
   */
  private Future<?> pushed(RoutingContext ctx) {
    return WholeBody.of(ctx.request(), LONGEST_BODY)
        .compose(
            body -> {
              byte[] event = body.getBytes(0, Math.min(body.length(), LONGEST_EVENT));
              return stages.submit(new Submission(HIKVISION_TOPIC, event));
            })
        .compose(accepted -> Answers.json(ctx, 202, Map.of("accepted", accepted)));
  }

  private Future<?> take(RoutingContext ctx, String what) {
    DeviceId device =
        Query.read(
            "device", ctx.pathParam("device"), DeviceId::of, "letters, digits, '_', '-', '.', ':'");
    Buffer body = ctx.body().buffer();
    byte[] payload = body == null ? new byte[0] : body.getBytes();
    String topic = "wuchang/" + site.get().id() + "/" + device + "/" + what;
    return stages
        .submit(new Submission(topic, payload))
        .compose(accepted -> Answers.json(ctx, 202, Map.of("accepted", accepted)));
  }
}
