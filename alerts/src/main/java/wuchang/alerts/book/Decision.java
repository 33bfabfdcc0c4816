package wuchang.alerts.book;

import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.Silence;

/** What follows from a finding or a command, with its reason. Nothing is changed by deciding. */
public sealed interface Decision {
  /** A step, which is journalled before it is applied. */
  record Changed(AlertStep step) implements Decision {}

  /** A silence that begins or ends, journalled like a step. */
  record Hushed(Silence silence) implements Decision {}

  /** A finding from which nothing follows. */
  record Unchanged(Why why) implements Decision {}

  /** A command that is not carried out; the words are for the person. */
  record Refused(Refusal refusal, String words) implements Decision {}

  /** Why nothing follows from a finding. */
  enum Why {
    ALREADY_OPEN,
    ALREADY_LIVE,
    ALREADY_OVER,
    ALREADY_CLOSED,
    NOT_WORSE,
    NOTHING_NEW,
    UNKNOWN_EPISODE,
    /** The configuration no longer has the device: nobody is responsible for it. */
    UNKNOWN_DEVICE,
    /** The rule is no longer in force. */
    UNKNOWN_RULE
  }
}
