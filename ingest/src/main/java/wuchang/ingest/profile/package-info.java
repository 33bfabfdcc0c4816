/** Where a payload holds each metric: shipped for each format and model, or given by the site. */
@NullMarked
package wuchang.ingest.profile;

import org.jspecify.annotations.NullMarked;
