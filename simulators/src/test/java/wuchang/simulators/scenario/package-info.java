/** Tests of scenarios. */
@NullMarked
package wuchang.simulators.scenario;

import org.jspecify.annotations.NullMarked;
