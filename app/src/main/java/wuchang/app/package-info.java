/** The wiring: one clock, one bus, the parts in their order, and the commands that start them. */
@NullMarked
package wuchang.app;

import org.jspecify.annotations.NullMarked;
