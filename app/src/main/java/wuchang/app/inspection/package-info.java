/** What an inspector takes along: the package of a period, and the check of its chain. */
@NullMarked
package wuchang.app.inspection;

import org.jspecify.annotations.NullMarked;
