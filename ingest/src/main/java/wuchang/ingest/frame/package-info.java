/** Small decoders of binary payloads: bytes in, named values out, as the makers name them. */
@NullMarked
package wuchang.ingest.frame;

import org.jspecify.annotations.NullMarked;
