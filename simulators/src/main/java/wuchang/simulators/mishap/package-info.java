/** What goes wrong, when, how badly, and the truth about it. */
@NullMarked
package wuchang.simulators.mishap;

import org.jspecify.annotations.NullMarked;
