/** Compares what is simulated with what was recorded, and writes it into the documentation. */
@NullMarked
package wuchang.simulators.realism;

import org.jspecify.annotations.NullMarked;
