package wuchang.simulators.mqtt;

/** Is told of every message that the broker has acknowledged; called from one thread at a time. */
@FunctionalInterface
public interface Acknowledged {
  void acknowledged(Serials serials);
}
