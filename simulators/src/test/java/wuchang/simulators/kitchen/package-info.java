/** Tests of the surroundings. */
@NullMarked
package wuchang.simulators.kitchen;

import org.jspecify.annotations.NullMarked;
