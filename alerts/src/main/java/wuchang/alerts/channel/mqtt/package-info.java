/** The state of each area on an MQTT broker, for lamps and buzzers. */
@NullMarked
package wuchang.alerts.channel.mqtt;

import org.jspecify.annotations.NullMarked;
