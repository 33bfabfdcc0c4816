/** The chain of hashes that shows whether what was recorded of closed days was changed since. */
@NullMarked
package wuchang.domain.chain;

import org.jspecify.annotations.NullMarked;
