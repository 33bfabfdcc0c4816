package wuchang.records;

import java.util.List;
import wuchang.domain.Text;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.record.RecordFault;

/** Nothing is written, and this is why. It has no stack trace: it is an answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient RecordCommand.Reply.Refused reply;

  private Refusal(RecordCommand.Reply.Refused reply) {
    super(reply.why().en(), null, false, false);
    this.reply = reply;
  }

  static Refusal of(RecordCommand.Refusal kind, String zh, String en) {
    return new Refusal(new RecordCommand.Reply.Refused(kind, new Text(zh, en), List.of()));
  }

  static Refusal of(List<RecordFault> faults) {
    RecordFault first = faults.get(0);
    Text why =
        new Text(
            "栏目 %s 有误：%s".formatted(first.field(), first.what().zh()),
            "field «%s»: %s".formatted(first.field(), first.what().en()));
    return new Refusal(new RecordCommand.Reply.Refused(RecordCommand.Refusal.INVALID, why, faults));
  }

  RecordCommand.Reply.Refused reply() {
    return reply;
  }
}
