package wuchang.console.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Predicate;
import wuchang.console.access.Caller;
import wuchang.domain.AreaId;

/**
 * Somebody who listens. Memory is bounded: who does not read fast enough is cut off, comes back and
 * reads everything anew.
 *
 * @param sees which areas may be told of
 */
public record Listener(Caller caller, HttpServerResponse response, Predicate<AreaId> sees) {
  /** What may wait for one listener, in bytes; a busy second of a large site is a tenth of it. */
  public static final int MOST_WAITING = 512 * 1024;

  /** Sends, or says that the listener is too slow. */
  boolean tell(Buffer events) {
    if (response.writeQueueFull()) {
      return false;
    }
    response.write(events);
    return true;
  }

  void cutOff() {
    response.reset();
  }
}
