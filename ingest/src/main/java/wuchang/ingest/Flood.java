package wuchang.ingest;

import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * A device that says far more than its interval lets expect.
 *
 * @param since when that was first noticed
 * @param refused how many of its readings were refused for it, so far
 */
public record Flood(DeviceId device, Instant since, long refused) {}
