/** Tests of what people write down. */
@NullMarked
package wuchang.simulators.diary;

import org.jspecify.annotations.NullMarked;
