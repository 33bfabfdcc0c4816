/** What goes on around the machines: the hour, the bustle, the warmth, and chance. */
@NullMarked
package wuchang.simulators.kitchen;

import org.jspecify.annotations.NullMarked;
