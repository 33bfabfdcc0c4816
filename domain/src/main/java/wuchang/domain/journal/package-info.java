/**
 * What several stages need of the disk: the journal that loses nothing and the history behind it.
 */
@NullMarked
package wuchang.domain.journal;

import org.jspecify.annotations.NullMarked;
