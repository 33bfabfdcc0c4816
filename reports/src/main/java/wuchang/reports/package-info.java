/** What the canteen has to put on record (日管控, 周排查, 月调度), made from what the store holds. Pure. */
@NullMarked
package wuchang.reports;

import org.jspecify.annotations.NullMarked;
