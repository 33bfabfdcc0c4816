package wuchang.domain.reading;

/**
 * A payload that came by another way than MQTT and is treated as if it had come on that topic.
 * Answered when it is forced to disk.
 */
public record Submission(String topic, byte[] payload) {}
