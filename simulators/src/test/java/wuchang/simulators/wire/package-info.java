/** Tests of what lies between a device and the broker. */
@NullMarked
package wuchang.simulators.wire;

import org.jspecify.annotations.NullMarked;
