/** The ways a message leaves the house. */
@NullMarked
package wuchang.alerts.channel;

import org.jspecify.annotations.NullMarked;
