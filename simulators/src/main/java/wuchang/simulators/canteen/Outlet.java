package wuchang.simulators.canteen;

import wuchang.simulators.wire.Message;

/** Where messages go; may wait while there is no room. */
@FunctionalInterface
public interface Outlet {
  void send(Message message) throws InterruptedException;
}
