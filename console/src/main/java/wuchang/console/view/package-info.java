/** How the domain reads as JSON; the shapes of CONTRACT §5. */
@NullMarked
package wuchang.console.view;

import org.jspecify.annotations.NullMarked;
