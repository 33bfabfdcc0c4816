package wuchang.simulators.replay;

/** Is told how far long work has come; called often, so it must be quick. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (done, all) -> {};

  void reached(long done, long all);
}
