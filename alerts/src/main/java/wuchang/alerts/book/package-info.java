/** What is wrong and who owns it: alerts as a pure fold over their steps. */
@NullMarked
package wuchang.alerts.book;

import org.jspecify.annotations.NullMarked;
