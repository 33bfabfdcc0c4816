/** The records that people keep: what sensors cannot see. */
@NullMarked
package wuchang.simulators.diary;

import org.jspecify.annotations.NullMarked;
