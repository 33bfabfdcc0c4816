/** Who may do what: accounts, passwords, tokens, sessions and the table of permissions. */
@NullMarked
package wuchang.console.access;

import org.jspecify.annotations.NullMarked;
