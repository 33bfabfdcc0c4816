/** What the console is made with; the wiring hands it in. */
@NullMarked
package wuchang.console.parts;

import org.jspecify.annotations.NullMarked;
