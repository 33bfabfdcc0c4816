/** Stretches of time that are known in advance, in the site's own time. */
@NullMarked
package wuchang.rules.schedule;

import org.jspecify.annotations.NullMarked;
