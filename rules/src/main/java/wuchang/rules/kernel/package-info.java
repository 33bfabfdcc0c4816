/**
 * The judge, pure: readings in their order in, episodes out. No clock, no threads, no logging.
 *
 * <p>Time in this package is epoch milliseconds in a {@code long}: eight and more rules look at
 * each of a million readings a second, and an {@code Instant} for every comparison would be most of
 * the work.
 */
@NullMarked
package wuchang.rules.kernel;

import org.jspecify.annotations.NullMarked;
