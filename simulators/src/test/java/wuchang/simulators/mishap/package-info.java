/** Tests of mishaps and their labels. */
@NullMarked
package wuchang.simulators.mishap;

import org.jspecify.annotations.NullMarked;
