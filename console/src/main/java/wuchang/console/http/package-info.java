/** The routes: each has a path, a permission and a handler; every error is a problem document. */
@NullMarked
package wuchang.console.http;

import org.jspecify.annotations.NullMarked;
