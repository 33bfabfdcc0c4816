/** The console: HTTP API, live stream and the page for phone and wall. */
@NullMarked
package wuchang.console;

import org.jspecify.annotations.NullMarked;
