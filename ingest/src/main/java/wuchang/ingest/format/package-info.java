/** The payload formats of the devices that people can buy: what a message says of which thing. */
@NullMarked
package wuchang.ingest.format;

import org.jspecify.annotations.NullMarked;
