/** The monthly 五常 score: what it is made from, and what was published. */
@NullMarked
package wuchang.domain.score;

import org.jspecify.annotations.NullMarked;
