package wuchang.simulators.replay;

import wuchang.simulators.mqtt.Serials;
import wuchang.simulators.wire.Message;

/** A message and the rows it is made of. */
record Letter(Serials rows, Message message) {}
