/**
 * From what devices send to what is on disk: decoded, checked, journalled, and only then
 * acknowledged.
 */
@NullMarked
package wuchang.ingest;

import org.jspecify.annotations.NullMarked;
