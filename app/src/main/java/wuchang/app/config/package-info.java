/**
 * The configuration, {@code wuchang.yaml}, from a file to a checked {@link
 * wuchang.app.config.Config}: one reader for each section, all faults found in one look.
 */
@NullMarked
package wuchang.app.config;

import org.jspecify.annotations.NullMarked;
