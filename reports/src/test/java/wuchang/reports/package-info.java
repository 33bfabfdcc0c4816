/** Tests of the reports, and the canteen they are about. */
@NullMarked
package wuchang.reports;

import org.jspecify.annotations.NullMarked;
