package wuchang.console.http;

import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertCommand.Reply;

/** What the alerts answer, as a value or as the problem that it is. */
final class Replies {
  private Replies() {}

  static <T extends Reply> T expect(Reply reply, Class<T> kind) {
    if (kind.isInstance(reply)) {
      return kind.cast(reply);
    }
    if (reply instanceof Reply.Refused refused) {
      throw HttpProblem.of(
          status(refused.refusal()),
          refused.refusal().name().toLowerCase(java.util.Locale.ROOT),
          refused.why());
    }
    throw new IllegalStateException(kind.getSimpleName() + " was asked for, not " + reply);
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_ALERT, UNKNOWN_SILENCE -> 404;
      case TOO_LONG -> 403;
      case ALREADY_ACKNOWLEDGED, NOT_OWNED, NOT_OFFERED, NOT_STANDING, STILL_IN_BREACH -> 409;
      case INVALID -> 400;
    };
  }
}
