/** Tests of replaying files. */
@NullMarked
package wuchang.simulators.replay;

import org.jspecify.annotations.NullMarked;
