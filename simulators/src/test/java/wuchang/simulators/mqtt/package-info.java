/** Tests of publishing, against a broker of a few lines and against real ones where they are. */
@NullMarked
package wuchang.simulators.mqtt;

import org.jspecify.annotations.NullMarked;
