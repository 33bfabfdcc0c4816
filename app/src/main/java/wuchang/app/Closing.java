package wuchang.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse; one part that does not stop keeps no other up. */
public final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(String name, AutoCloseable stop) {}

  public synchronized <T extends AutoCloseable> T add(String name, T part) {
    steps.push(new Step(name, part));
    return part;
  }

  @Override
  public synchronized void close() {
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      try {
        step.stop().close();
      } catch (Exception e) {
        LOG.warn("event=not_stopped part={} reason=\"{}\"", step.name(), e.toString());
      }
    }
  }
}
