package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.domain.Bus;
import wuchang.domain.DeviceId;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.DeviceStates;
import wuchang.domain.reading.Submission;

/** The other stages, asked over the bus. */
final class Stages {
  private static final long PATIENCE_MS = 10_000;

  private final EventBus bus;

  Stages(EventBus bus) {
    this.bus = bus;
  }

  Future<AlertCommand.Reply> ask(AlertCommand command) {
    return request(Bus.ALERT_COMMANDS, command);
  }

  Future<Map<DeviceId, DeviceState>> states() {
    return this.<DeviceStates>request(Bus.DEVICE_STATES, "")
        .map(
            states ->
                states.states().stream()
                    .collect(
                        Collectors.toUnmodifiableMap(
                            DeviceState::device, Function.identity(), (a, b) -> b)));
  }

  Future<RecordCommand.Reply> ask(RecordCommand command) {
    return request(Bus.RECORD_COMMANDS, command);
  }

  /** How many readings and events were accepted; done when they are on disk. */
  Future<Long> submit(Submission submission) {
    return this.<Number>request(Bus.SUBMISSIONS, submission).map(Number::longValue);
  }

  private <T> Future<T> request(String address, Object body) {
    DeliveryOptions options = new DeliveryOptions().setLocalOnly(true).setSendTimeout(PATIENCE_MS);
    return bus.<T>request(address, body, options).map(Message::body);
  }
}
