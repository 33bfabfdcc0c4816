package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import wuchang.console.access.Permission;

/**
 * One route: method, path with {@code {parameters}}, the permission it takes, and what it does.
 *
 * @param needs empty when it is open to everybody
 * @param bodyLimit the longest body it takes, in bytes
 * @param streams whether the answer goes on for as long as somebody listens
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Optional<Permission> needs,
    int bodyLimit,
    boolean streams,
    Action action) {
  static final int SMALL_BODY = 64 * 1024;

  /** The body is left to the action. */
  static final int UNREAD = 0;

  /** Answers a request; a failed future becomes a problem document. */
  public interface Action {
    Future<?> answer(RoutingContext ctx);
  }

  static Endpoint open(HttpMethod method, String path, Action action) {
    return new Endpoint(method, path, Optional.empty(), SMALL_BODY, false, action);
  }

  static Endpoint get(String path, Permission needs, Action action) {
    return new Endpoint(HttpMethod.GET, path, Optional.of(needs), 0, false, action);
  }

  static Endpoint post(String path, Permission needs, Action action) {
    return new Endpoint(HttpMethod.POST, path, Optional.of(needs), SMALL_BODY, false, action);
  }

  static Endpoint delete(String path, Permission needs, Action action) {
    return new Endpoint(HttpMethod.DELETE, path, Optional.of(needs), UNREAD, false, action);
  }

  Endpoint taking(int bytes) {
    return new Endpoint(method, path, needs, bytes, streams, action);
  }

  Endpoint streaming() {
    return new Endpoint(method, path, needs, bodyLimit, true, action);
  }

  /** The path as Vert.x writes it: {@code :id} for {@code {id}}. */
  String pattern() {
    return path.replaceAll("\\{(\\w+)\\}", ":$1");
  }
}
