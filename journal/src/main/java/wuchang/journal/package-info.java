/** The journal on local disk: what is acknowledged is here, until every reader has passed it. */
@NullMarked
package wuchang.journal;

import org.jspecify.annotations.NullMarked;
