/** Properties of the kernel under the whole catalogue, so that a new rule is covered by itself. */
@NullMarked
package wuchang.app.kernel;

import org.jspecify.annotations.NullMarked;
