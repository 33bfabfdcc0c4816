/** The backup of all that Wuchang keeps, and the way back from it. */
@NullMarked
package wuchang.app.safekeeping;

import org.jspecify.annotations.NullMarked;
