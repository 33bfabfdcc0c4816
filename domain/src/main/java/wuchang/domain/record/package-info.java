/** What people write down because no sensor sees it: the kinds of records and their forms. */
@NullMarked
package wuchang.domain.record;

import org.jspecify.annotations.NullMarked;
