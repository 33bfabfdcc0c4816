package wuchang.console.fake;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import wuchang.domain.Bus;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.DeviceStates;

/** What can be said of the devices, as told to it. */
public final class FakeRules {
  private final Map<DeviceId, DeviceState> states = new ConcurrentSkipListMap<>();
  private final Vertx vertx;

  public FakeRules(Vertx vertx) {
    this.vertx = vertx;
    vertx
        .eventBus()
        .<String>localConsumer(
            Bus.DEVICE_STATES, ask -> ask.reply(new DeviceStates(List.copyOf(states.values()))));
  }

  public void say(List<DeviceState> changed) {
    changed.forEach(state -> states.put(state.device(), state));
    vertx.eventBus().publish(Bus.DEVICES_CHANGED, new DeviceStates(changed));
  }
}
