/** Figures of readings, alerts and evidence that documents give, as pure functions. */
@NullMarked
package wuchang.reports.figure;

import org.jspecify.annotations.NullMarked;
