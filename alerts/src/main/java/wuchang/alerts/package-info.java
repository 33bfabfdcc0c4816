/** From findings to people: opens alerts, decides who is told, and tells them. */
@NullMarked
package wuchang.alerts;

import org.jspecify.annotations.NullMarked;
