/** Playing a file of readings (CONTRACT §4) onto MQTT as if its devices spoke again. */
@NullMarked
package wuchang.simulators.replay;

import org.jspecify.annotations.NullMarked;
