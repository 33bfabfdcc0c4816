/** The command line: the root command, its manners, and the commands that need no server. */
@NullMarked
package wuchang.app.cli;

import org.jspecify.annotations.NullMarked;
