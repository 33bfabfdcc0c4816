package wuchang.domain.finding;

import java.util.List;

/** The states of several devices, as one message. */
public record DeviceStates(List<DeviceState> states) {
  public DeviceStates {
    states = List.copyOf(states);
  }
}
