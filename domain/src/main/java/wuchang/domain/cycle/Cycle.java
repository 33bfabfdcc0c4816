package wuchang.domain.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.Text;

/**
 * One disinfection of a cabinet, dishwasher or lamp, and what proves it.
 *
 * @param maximum the hottest; empty where it is not heat that disinfects
 * @param held for how long without a break it was as hot, or burnt, as it must
 * @param needed for how long it must
 */
public record Cycle(
    DeviceId device,
    Instant start,
    Instant end,
    Optional<Quantity> maximum,
    Duration held,
    Duration needed,
    Verdict verdict,
    Reason reason) {
  /** What can be said of a cycle that is over. */
  public enum Verdict {
    EFFECTIVE("合格", "effective"),
    FAILED("不合格", "failed"),
    /** Data is missing in it: it counts neither as done nor as failed. */
    UNPROVEN("无法证明", "unproven");

    private final Text label;

    Verdict(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a cycle is not effective. */
  public enum Reason {
    /** It is effective. */
    NONE("", ""),
    TOO_COOL("温度不足", "too cool"),
    TOO_SHORT("时间不足", "too short"),
    /** The door was opened, or somebody came in, before it was done. */
    INTERRUPTED("中途打断", "interrupted"),
    /** The probe got hot, and the heater drew nothing. */
    FAKED("无加热而升温，疑似造假", "hot without power: faked"),
    /** The heater drew power, and nothing got hotter. */
    HEATER_DEAD("通电而不升温，加热故障", "power without heat: the heater is dead"),
    /** Samples are missing, or too far apart. */
    NO_DATA("数据缺失", "data is missing");

    private final Text label;

    Reason(String zh, String en) {
      this.label = new Text(zh, en);
    }

    public Text label() {
      return label;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
