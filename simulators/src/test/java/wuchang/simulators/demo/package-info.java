/** Tests of the demo's canteen. */
@NullMarked
package wuchang.simulators.demo;

import org.jspecify.annotations.NullMarked;
