package wuchang.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * How full the journal is, for whoever warns people long before it is too late.
 *
 * @param heldBytes what it holds, without the room it has and does not use
 * @param mostBytes what it may hold
 * @param waitingSince when the oldest reading arrived that is not in the store yet
 * @param diskFree what is left on its disk, in bytes
 * @param diskSize the size of its disk, in bytes; 0 where that is not known
 */
public record JournalState(
    long heldBytes, long mostBytes, Optional<Instant> waitingSince, long diskFree, long diskSize) {}
