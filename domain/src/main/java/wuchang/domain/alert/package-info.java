/** What people are told and do: alerts, the steps of their lives, commands and notifications. */
@NullMarked
package wuchang.domain.alert;

import org.jspecify.annotations.NullMarked;
