/**
 * The whole system as separate processes, killed, starved and cut off while it takes readings in.
 */
@NullMarked
package wuchang.app.fault;

import org.jspecify.annotations.NullMarked;
