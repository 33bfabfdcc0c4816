package wuchang.simulators.mqtt;

/**
 * A message on its way, with the serials it stands for.
 *
 * @param qos 0 or 1; at 0 it counts as done when it is written
 */
record Parcel(Serials serials, String topic, byte[] payload, boolean retained, int qos) {}
