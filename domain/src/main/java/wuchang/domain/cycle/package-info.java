/** Disinfection cycles and the proof of them. */
@NullMarked
package wuchang.domain.cycle;

import org.jspecify.annotations.NullMarked;
