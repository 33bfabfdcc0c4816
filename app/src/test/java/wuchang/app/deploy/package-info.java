/** What is shipped for running Wuchang on parts of one's own, tried without a Docker engine. */
@NullMarked
package wuchang.app.deploy;

import org.jspecify.annotations.NullMarked;
