/** Documents from what the store holds: what they are made from is gathered here. */
@NullMarked
package wuchang.app.documents;

import org.jspecify.annotations.NullMarked;
