/** The book of records: who writes what, in which state it is, and what comes back. */
@NullMarked
package wuchang.records;

import org.jspecify.annotations.NullMarked;
