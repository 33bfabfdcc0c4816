/** The recogniser of disinfection cycles: a pure phase machine over what a device says. */
@NullMarked
package wuchang.rules.cycle;

import org.jspecify.annotations.NullMarked;
