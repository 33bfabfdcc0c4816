package wuchang.alerts.channel;

import wuchang.domain.Language;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;

/** What stands on the button of a message. */
final class Labels {
  private static final Text TAKE_ON = new Text("我来处理", "I take it");
  private static final Text LOOK = new Text("查看", "See");

  private Labels() {}

  /** What to do, said as that. */
  static Text toDo(Text action) {
    return action.zh().isEmpty() && action.en().isEmpty()
        ? action
        : new Text("处理：" + action.zh(), "To do: " + action.en());
  }

  /** A message about several, or about what is over or owned, is only to be looked at. */
  static String toLink(Message message, Language language) {
    boolean free =
        message.parts().isEmpty() && message.alert().state() == AlertState.OPEN && !message.ended();
    return (free ? TAKE_ON : LOOK).in(language);
  }
}
