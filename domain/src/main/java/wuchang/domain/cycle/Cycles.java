package wuchang.domain.cycle;

import java.time.Instant;
import java.util.List;
import wuchang.domain.DeviceId;

/** The disinfections that are known, with their proof. Blocking: it reads the store. */
public interface Cycles {
  /** The cycles of a device that ended in [from, to), by their end. */
  List<Cycle> of(DeviceId device, Instant from, Instant to);
}
