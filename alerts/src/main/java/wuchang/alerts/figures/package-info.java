/** How alarms burden people: counted, never decided. */
@NullMarked
package wuchang.alerts.figures;

import org.jspecify.annotations.NullMarked;
