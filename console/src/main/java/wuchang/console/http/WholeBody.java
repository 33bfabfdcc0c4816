package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A body as it comes, whatever it is declared to be. */
final class WholeBody {
  private WholeBody() {}

  /** The bytes; a problem when there are more than that. */
  static Future<Buffer> of(HttpServerRequest request, int most) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > most) {
            whole.tryFail(HttpProblem.of(413, "too_large", "the body is over " + most + " bytes"));
          } else {
            body.appendBuffer(chunk);
          }
        });
    request.exceptionHandler(whole::tryFail);
    request.endHandler(nothing -> whole.tryComplete(body));
    return whole.future();
  }
}
