package wuchang.alerts.channel;

import java.util.Map;
import wuchang.domain.AreaId;

/**
 * A channel that shows how each area stands, for a lamp or a buzzer: it is told whenever something
 * may have changed, and as often as one likes.
 */
public interface Signal {
  void show(Map<AreaId, AreaState> areas);
}
