package wuchang.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import wuchang.domain.Bus;

/** Lets the immutable records of the domain go over the bus as they are; there is one process. */
final class ByReference implements MessageCodec<Object, Object> {
  private static final String NAME = "by-reference";
  private static final String DOMAIN = Bus.class.getPackageName();

  private ByReference() {}

  /** For every record of the domain: what a stage says must not wait for a list to name it. */
  static void on(EventBus bus) {
    bus.registerCodec(new ByReference());
    bus.codecSelector(body -> body.getClass().getPackageName().startsWith(DOMAIN) ? NAME : null);
  }

  @Override
  public Object transform(Object message) {
    return message;
  }

  @Override
  public void encodeToWire(Buffer buffer, Object message) {
    throw new UnsupportedOperationException("messages do not leave the process");
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("messages do not leave the process");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
