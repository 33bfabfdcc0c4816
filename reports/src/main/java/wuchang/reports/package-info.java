/**
 * What the canteen has to put on record; so far the daily inspection record (日管控) and the score.
 */
@NullMarked
package wuchang.reports;

import org.jspecify.annotations.NullMarked;
