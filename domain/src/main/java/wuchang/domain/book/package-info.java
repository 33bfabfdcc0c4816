/** The book of records: what is asked of it, and who writes in it. */
@NullMarked
package wuchang.domain.book;

import org.jspecify.annotations.NullMarked;
