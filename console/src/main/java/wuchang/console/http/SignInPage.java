package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import wuchang.domain.Text;

/** The login page and its messages; programs get the same as problem documents. */
final class SignInPage {
  /** What the page says above the form. Fixed words: nothing of a request is ever put in. */
  enum Say {
    NOTHING("", ""),
    WRONG("账号或密码不对。", "The account or the password is wrong."),
    TOO_MANY("尝试次数过多，请稍后再试。", "Too many tries; wait a while."),
    LINK_OVER("登录链接已用过或已过期。", "The link was used already or is over.");

    private final Text words;

    Say(String zh, String en) {
      this.words = new Text(zh, en);
    }
  }

  private static final String MESSAGE = "<!--message-->";
  private static final String HTML = "text/html; charset=utf-8";

  private final String login;
  private final String link;

  SignInPage(Assets assets) {
    this.login = assets.text("login.html");
    this.link = assets.text("sign-in.html");
  }

  Future<Void> login(RoutingContext ctx, int status, Say say) {
    if (status != 200 && !Answers.wantsPage(ctx)) {
      throw HttpProblem.of(status, "sign_in", say.words.en());
    }
    return Answers.send(ctx, status, HTML, filled(say));
  }

  Future<Void> mustWait(RoutingContext ctx, Duration wait) {
    if (!Answers.wantsPage(ctx)) {
      throw HttpProblem.tooManyTries(wait);
    }
    ctx.response().putHeader("Retry-After", String.valueOf(HttpProblem.seconds(wait)));
    return Answers.send(ctx, 429, HTML, filled(Say.TOO_MANY));
  }

  /** The token is one we made: letters that need no escaping. */
  Future<Void> useLink(RoutingContext ctx, String token) {
    return Answers.send(ctx, 200, HTML, link.replace("<!--token-->", token));
  }

  private String filled(Say say) {
    String message =
        say == Say.NOTHING
            ? ""
            : "<p class=\"message\" role=\"alert\"><span lang=\"zh\">%s</span><span lang=\"en\">%s</span></p>"
                .formatted(say.words.zh(), say.words.en());
    return login.replace(MESSAGE, message);
  }
}
