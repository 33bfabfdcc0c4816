package wuchang.console.parts;

import java.time.Instant;

/**
 * Something that sends and that the configuration does not know.
 *
 * @param id the id it claims
 * @param payload what it last sent, readable, cut short
 * @param snippet the lines of YAML that would make it known
 */
public record UnknownDevice(
    String id, String topic, Instant lastSeen, long messages, String payload, String snippet) {}
