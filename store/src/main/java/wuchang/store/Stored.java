package wuchang.store;

/**
 * What a write changed: rows that were not there before.
 *
 * @param expired readings that are older than what is kept, and were left out
 */
public record Stored(int readings, int events, int expired) {}
