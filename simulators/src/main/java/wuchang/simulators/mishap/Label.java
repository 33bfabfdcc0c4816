package wuchang.simulators.mishap;

import java.time.Instant;
import java.util.List;
import wuchang.domain.DeviceId;
import wuchang.domain.site.DeviceKind;

/**
 * The truth about one mishap, as a row of the labels of CONTRACT §4.
 *
 * @param kind the rule that should find it, or {@code benign:…}
 */
public record Label(DeviceId device, Instant start, Instant end, String kind) {
  public static final String HEADER = "device,start,end,kind";

  /** What a mishap is at such a device; empty when it is too mild or too short to be anything. */
  public static List<Label> of(Mishap mishap, DeviceKind device) {
    return mishap.kind().truths().stream()
        .filter(truth -> truth.holds(mishap, device))
        .map(truth -> new Label(mishap.device(), mishap.onset(), mishap.end(), truth.kind()))
        .distinct()
        .toList();
  }

  /** The row, without line feed; ids and times need no quotes. */
  public String csv() {
    return device + "," + start + "," + end + "," + kind;
  }
}
