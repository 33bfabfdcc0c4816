package wuchang.console.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import wuchang.domain.book.RecordCommand.Refusal;
import wuchang.domain.book.RecordCommand.Reply;

/** What the book of records answers, as a value or as the problem that it is. */
final class RecordReplies {
  private RecordReplies() {}

  static <T extends Reply> T expect(Reply reply, Class<T> kind) {
    if (kind.isInstance(reply)) {
      return kind.cast(reply);
    }
    if (reply instanceof Reply.Refused refused) {
      throw problem(refused);
    }
    throw new IllegalStateException(kind.getSimpleName() + " was asked for, not " + reply);
  }

  private static HttpProblem problem(Reply.Refused refused) {
    HttpProblem problem =
        HttpProblem.of(status(refused.refusal()), code(refused.refusal()), refused.why().en())
            .with("text", Map.of("zh", refused.why().zh(), "en", refused.why().en()));
    List<Map<String, String>> faults =
        refused.faults().stream()
            .map(f -> Map.of("field", f.field(), "zh", f.what().zh(), "en", f.what().en()))
            .toList();
    return faults.isEmpty() ? problem : problem.with("errors", faults);
  }

  private static String code(Refusal refusal) {
    return refusal == Refusal.INVALID ? "bad_field" : refusal.name().toLowerCase(Locale.ROOT);
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case INVALID -> 400;
      case NOT_ALLOWED -> 403;
      case UNKNOWN_RECORD -> 404;
      case CONFLICT -> 409;
      case UNAVAILABLE -> 503;
    };
  }
}
