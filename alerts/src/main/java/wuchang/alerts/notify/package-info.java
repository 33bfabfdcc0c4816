/** Who is told what, when and why, and what became of it. */
@NullMarked
package wuchang.alerts.notify;

import org.jspecify.annotations.NullMarked;
