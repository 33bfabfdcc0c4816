package wuchang.simulators.replay;

import java.nio.file.Path;
import wuchang.domain.SiteId;

/**
 * What to replay and how.
 *
 * @param csv a file of readings as in CONTRACT §4
 * @param site whose devices speak
 * @param speed how fast the rows' own times pass
 * @param shiftToNow all times are moved by the same amount, so that the newest is now
 * @param live the messages are news; otherwise each is marked as history
 */
public record ReplayOptions(Path csv, SiteId site, Speed speed, boolean shiftToNow, boolean live) {}
