package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong on the way to the broker: gateways, clocks, repetitions. */
public enum WireMishap implements MishapKind {
  /** The gateway is away, and what it would have heard is lost. */
  GATEWAY_OUTAGE(
      Set.of(GATEWAY),
      Truth.rule("SYS-01").lasting(Duration.ofMinutes(11)),
      Truth.benign("gateway-outage")) {
    @Override
    public List<Truth> behind() {
      return List.of(Truth.rule("SEN-01").lasting(Duration.ofMinutes(17)));
    }
  },
  /**
   * The line behind the gateway is cut; it keeps what it hears and sends it afterwards. Who listens
   * hears nothing meanwhile; later nothing is missing.
   */
  GATEWAY_BACKLOG(
      Set.of(GATEWAY),
      Truth.rule("SYS-01").lasting(Duration.ofMinutes(11)).whileItLasts(),
      Truth.benign("gateway-backlog")) {
    @Override
    public List<Truth> behind() {
      return List.of(Truth.rule("SEN-01").lasting(Duration.ofMinutes(17)).whileItLasts());
    }
  },
  /** The clock is ahead within reason; severity 1 is four minutes. */
  CLOCK_SKEW(sending(), Truth.benign("clock-skew")),
  /** The clock is behind; severity 1 is three hours. */
  CLOCK_BEHIND(sending(), Truth.benign("clock-behind")),
  /** The clock loses time; severity 1 is ten minutes a day. */
  CLOCK_DRIFT(sending(), Truth.benign("clock-drift")),
  /** The clock has begun anew with 2000, or at severity 1 with 1970. */
  CLOCK_RESET(sending(), Truth.benign("clock-reset")),
  /** The clock was set to local time and is taken for UTC. */
  CLOCK_LOCAL_TIME(sending(), Truth.benign("clock-local-time")),
  /** Weak radio; severity is the share of messages that go missing, at most a half. */
  DROPOUTS(sending(), Truth.benign("dropouts")),
  /** Acknowledgements get lost; severity is the share of messages that come twice. */
  DUPLICATES(sending(), Truth.benign("duplicates")),
  /** Messages overtake each other; severity 1 is by up to five minutes. */
  DISORDER(sending(), Truth.benign("disorder")),
  /** The device connects anew every ten minutes and says its last state again, to be retained. */
  RECONNECTING(sending(), Truth.benign("reconnecting")),
  /** A slow radio: several samples come in one message, half an hour's at severity 1. */
  BATCHES(sending(), Truth.benign("batches"));

  /** Those that let nothing through a gateway. */
  public static final Set<WireMishap> OUTAGES = Set.of(GATEWAY_OUTAGE, GATEWAY_BACKLOG);

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  WireMishap(Set<DeviceKind> strikes, Truth... truths) {
    this.strikes = strikes;
    this.truths = List.of(truths);
  }

  @Override
  public Set<DeviceKind> strikes() {
    return strikes;
  }

  @Override
  public List<Truth> truths() {
    return truths;
  }

  /** All that measure by themselves. */
  private static Set<DeviceKind> sending() {
    return Set.copyOf(EnumSet.complementOf(EnumSet.of(GATEWAY, ACCESS_GATE)));
  }
}
