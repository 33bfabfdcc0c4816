package wuchang.simulators.wire;

/** Takes messages that set out. */
@FunctionalInterface
public interface Road {
  /** Puts a message on its way. */
  void put(Message message);
}
