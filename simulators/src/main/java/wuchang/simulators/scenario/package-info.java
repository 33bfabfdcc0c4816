/** A scenario: a site, a stretch of time, what goes wrong in it, and how it is played. */
@NullMarked
package wuchang.simulators.scenario;

import org.jspecify.annotations.NullMarked;
