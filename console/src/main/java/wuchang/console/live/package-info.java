/** What happens, told to those who look: server-sent events with bounded memory. */
@NullMarked
package wuchang.console.live;

import org.jspecify.annotations.NullMarked;
