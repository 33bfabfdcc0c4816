/** The native MQTT forms of CONTRACT §3, as devices send them. */
@NullMarked
package wuchang.simulators.wire;

import org.jspecify.annotations.NullMarked;
