/** Where accounts are kept: one SQLite file that two processes may use at once. */
@NullMarked
package wuchang.console.store;

import org.jspecify.annotations.NullMarked;
