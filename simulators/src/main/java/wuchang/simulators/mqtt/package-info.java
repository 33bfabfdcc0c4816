/** Publishing over MQTT 5 so that it can be said afterwards what the broker has acknowledged. */
@NullMarked
package wuchang.simulators.mqtt;

import org.jspecify.annotations.NullMarked;
