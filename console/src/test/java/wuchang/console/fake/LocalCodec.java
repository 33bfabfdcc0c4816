package wuchang.console.fake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;

/** Hands messages over by reference, inside one process. */
public final class LocalCodec implements MessageCodec<Object, Object> {
  private static final String NAME = "local";

  public static void register(EventBus bus) {
    bus.registerCodec(new LocalCodec());
    bus.codecSelector(body -> body.getClass().getName().startsWith("wuchang.") ? NAME : null);
  }

  @Override
  public void encodeToWire(Buffer buffer, Object message) {
    throw new UnsupportedOperationException("local only");
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("local only");
  }

  @Override
  public Object transform(Object message) {
    return message;
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
