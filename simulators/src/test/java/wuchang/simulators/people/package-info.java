/** Tests of who comes and what is written down. */
@NullMarked
package wuchang.simulators.people;

import org.jspecify.annotations.NullMarked;
