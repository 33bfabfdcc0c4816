/** The monthly 五常 score as pure functions over incidents, their handling, and coverage. */
@NullMarked
package wuchang.reports.score;

import org.jspecify.annotations.NullMarked;
