/** The commands that start something, and what they need of the rules and the stages. */
@NullMarked
package wuchang.app.command;

import org.jspecify.annotations.NullMarked;
