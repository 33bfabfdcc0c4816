/** Who comes, when, by which door, and what people write down. */
@NullMarked
package wuchang.simulators.people;

import org.jspecify.annotations.NullMarked;
