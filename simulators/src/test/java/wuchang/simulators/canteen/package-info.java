/** Tests of the simulated site. */
@NullMarked
package wuchang.simulators.canteen;

import org.jspecify.annotations.NullMarked;
