/** Files of readings as CONTRACT §4 has them. */
@NullMarked
package wuchang.simulators.csv;

import org.jspecify.annotations.NullMarked;
