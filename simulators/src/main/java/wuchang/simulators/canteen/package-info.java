/** A whole simulated site: its machines, what happens to them, and what goes over the wire. */
@NullMarked
package wuchang.simulators.canteen;

import org.jspecify.annotations.NullMarked;
