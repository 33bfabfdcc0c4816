package wuchang.simulators.mishap;

import java.time.Instant;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.site.DeviceKind;

/**
 * The truth about one mishap, as a row of the labels of CONTRACT §4.
 *
 * @param kind the rule that should find it
 */
public record Label(DeviceId device, Instant start, Instant end, RuleId kind) {
  public static final String HEADER = "device,start,end,kind";

  public static Label of(Mishap mishap, DeviceKind device) {
    return new Label(mishap.device(), mishap.onset(), mishap.end(), mishap.kind().rule(device));
  }

  /** The row, without line feed; ids and times need no quotes. */
  public String csv() {
    return device + "," + start + "," + end + "," + kind;
  }
}
