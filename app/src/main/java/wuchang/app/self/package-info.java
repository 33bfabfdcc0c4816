/** Wuchang's watch over itself: what people must be told of the system and not of a device. */
@NullMarked
package wuchang.app.self;

import org.jspecify.annotations.NullMarked;
