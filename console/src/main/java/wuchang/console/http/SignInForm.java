package wuchang.console.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What the login page, or a program, sends: a form or a JSON object.
 *
 * @param next the path of ours to go to afterwards
 */
record SignInForm(String name, String password, String next) {
  private static final int LONGEST = 256;

  static SignInForm of(RoutingContext ctx) {
    String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("application/json")) {
      Body body = Body.of(ctx);
      return new SignInForm(body.needed("username"), body.secret("password"), "/");
    }
    MultiMap form = ctx.request().formAttributes();
    return new SignInForm(
        field(form, "username"), field(form, "password"), ownPath(form.get("next")));
  }

  private static String field(MultiMap form, String name) {
    String value = Optional.ofNullable(form.get(name)).orElse("");
    if (value.isEmpty() || value.length() > LONGEST) {
      throw HttpProblem.badParameter(name, "", "a text of 1 to " + LONGEST + " characters");
    }
    return value;
  }

  /** Only a plain path of ours: a sign-in must not lead to somebody else's page. */
  static String ownPath(String next) {
    return next != null && next.matches("/(alerts/[\\p{L}\\p{N}_.:%-]{1,200})?") ? next : "/";
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "sign-in of " + name;
  }
}
