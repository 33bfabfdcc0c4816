/** Stores that hold a simulated past, for tests of what is made of it. */
@NullMarked
package wuchang.app.filled;

import org.jspecify.annotations.NullMarked;
