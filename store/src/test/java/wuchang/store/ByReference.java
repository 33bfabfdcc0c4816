package wuchang.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands a message over as it is, as the bus does within one process. */
final class ByReference<T> implements MessageCodec<T, T> {
  @Override
  public void encodeToWire(Buffer buffer, T message) {
    throw new UnsupportedOperationException("there is no wire");
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("there is no wire");
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public String name() {
    return "by-reference";
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
