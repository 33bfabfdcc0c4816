/** Tests of the models: physics, shapes, and what mishaps do to them. */
@NullMarked
package wuchang.simulators.machine;

import org.jspecify.annotations.NullMarked;
