/** PostgreSQL as a part that Wuchang brings along, for a canteen without a database of its own. */
@NullMarked
package wuchang.embedded.postgres;

import org.jspecify.annotations.NullMarked;
