/** The stage that judges: readings in, findings out. */
@NullMarked
package wuchang.rules;

import org.jspecify.annotations.NullMarked;
