/** What devices say: readings and gate events, and what had to be refused. */
@NullMarked
package wuchang.domain.reading;

import org.jspecify.annotations.NullMarked;
