/** Pretend devices: pure models from physics, data sheets and real traces, never from rules. */
@NullMarked
package wuchang.simulators.machine;

import org.jspecify.annotations.NullMarked;
