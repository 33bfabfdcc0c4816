package wuchang.domain.chain;

import java.time.Instant;

/**
 * Where the chain ended when a day was closed.
 *
 * @param sequence of the last row; 0 for a chain without rows
 */
public record ChainHead(Instant at, long sequence, String hash) {}
