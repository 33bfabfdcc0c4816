package wuchang.console.fake;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wuchang.domain.Bus;
import wuchang.domain.reading.Submission;

/** Takes submissions and keeps them; one value is accepted of each. */
public final class FakeIntake {
  private final List<Submission> taken = new CopyOnWriteArrayList<>();

  private final MessageConsumer<Submission> consumer;

  public FakeIntake(Vertx vertx) {
    consumer = vertx.eventBus().<Submission>localConsumer(Bus.SUBMISSIONS, this::take);
  }

  public List<Submission> taken() {
    return List.copyOf(taken);
  }

  public void close() {
    consumer.unregister();
  }

  private void take(Message<Submission> message) {
    taken.add(message.body());
    message.reply(1);
  }
}
