/**
 * YAML with a place for every fault: a mapping is a {@code Section}, read key by key through {@code
 * Form}s that say what they expect; nothing here knows what the keys mean.
 */
@NullMarked
package wuchang.app.config.yaml;

import org.jspecify.annotations.NullMarked;
