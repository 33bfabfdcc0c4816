/** Readings, events, refusals and alerts in PostgreSQL, with TimescaleDB where it is at hand. */
@NullMarked
package wuchang.store;

import org.jspecify.annotations.NullMarked;
