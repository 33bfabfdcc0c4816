package wuchang.simulators.replay;

/**
 * What a replay came to.
 *
 * @param rows data rows in the file
 * @param messages messages made of them, all acknowledged
 * @param leftOut rows that are records, which do not travel over MQTT
 */
public record Replayed(long rows, long messages, long leftOut) {}
