package wuchang.simulators.replay;

/**
 * What a replay came to.
 *
 * @param rows data rows in the file
 * @param messages messages made of them, all acknowledged
 */
public record Replayed(long rows, long messages) {}
