/** The simulated canteen that the demo shows: a day of history, then mishaps worth watching. */
@NullMarked
package wuchang.simulators.demo;

import org.jspecify.annotations.NullMarked;
