/** The laboratory's way in and out: the past from files or the store, in order, to the judges. */
@NullMarked
package wuchang.app.laboratory;

import org.jspecify.annotations.NullMarked;
