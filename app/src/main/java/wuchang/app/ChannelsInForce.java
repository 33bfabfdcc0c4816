package wuchang.app;

import java.util.function.Supplier;
import wuchang.alerts.channel.Channels;

/** The channels as configured now; a reload replaces them as one. */
final class ChannelsInForce implements Supplier<Channels>, AutoCloseable {
  private volatile Channels channels;

  ChannelsInForce(Channels channels) {
    this.channels = channels;
  }

  @Override
  public Channels get() {
    return channels;
  }

  void replace(Channels changed) {
    Channels before = channels;
    channels = changed;
    before.close();
  }

  @Override
  public void close() {
    channels.close();
  }
}
