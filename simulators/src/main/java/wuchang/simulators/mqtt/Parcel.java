package wuchang.simulators.mqtt;

/** A message on its way, with the serials it stands for. */
record Parcel(Serials serials, String topic, byte[] payload, boolean retained) {}
