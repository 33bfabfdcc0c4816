package wuchang.app.laboratory;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import wuchang.domain.DeviceId;

/**
 * What was read of the past.
 *
 * @param rows how many observations of configured devices
 * @param newest the newest of them
 * @param unknown the devices that are not configured
 */
record Past(long rows, Optional<Instant> newest, SortedSet<DeviceId> unknown) {}
