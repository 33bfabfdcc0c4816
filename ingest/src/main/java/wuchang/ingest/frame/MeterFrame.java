package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one frame on a meter's wire says.
 *
 * @param address the meter's, in decimal digits, the most significant first
 * @param values by data identifier, in hexadecimal digits; empty for a question
 */
public record MeterFrame(String address, ObjectNode values) {}
