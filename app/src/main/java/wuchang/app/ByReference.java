package wuchang.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.util.List;
import wuchang.domain.Tick;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.finding.CoverageSheet;
import wuchang.domain.finding.DeviceStates;
import wuchang.domain.finding.Findings;
import wuchang.domain.reading.Submission;

/** Lets the immutable records of the domain go over the bus as they are; there is one process. */
final class ByReference<T> implements MessageCodec<T, T> {
  private static final List<Class<?>> MESSAGES =
      List.of(
          Tick.class,
          Submission.class,
          Findings.class,
          CoverageSheet.class,
          DeviceStates.class,
          AlertSteps.class,
          AlertCommand.Acknowledge.class,
          AlertCommand.Comment.class,
          AlertCommand.FalseAlarm.class,
          AlertCommand.Close.class,
          AlertCommand.Find.class,
          AlertCommand.Show.class,
          AlertCommand.Opened.class,
          AlertCommand.Reply.Done.class,
          AlertCommand.Reply.Found.class,
          AlertCommand.Reply.Shown.class,
          AlertCommand.Reply.Refused.class);

  private final String name;

  private ByReference(Class<T> type) {
    this.name = "by-reference:" + type.getName();
  }

  static void on(EventBus bus) {
    MESSAGES.forEach(type -> register(bus, type));
  }

  private static <T> void register(EventBus bus, Class<T> type) {
    bus.registerDefaultCodec(type, new ByReference<>(type));
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    throw new UnsupportedOperationException("messages do not leave the process");
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("messages do not leave the process");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
