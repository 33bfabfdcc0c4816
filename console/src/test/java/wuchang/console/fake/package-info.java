/** Real small classes that stand where the other stages will, for tests and for looking. */
@NullMarked
package wuchang.console.fake;

import org.jspecify.annotations.NullMarked;
