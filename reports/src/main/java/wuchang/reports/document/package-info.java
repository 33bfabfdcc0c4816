/** A document as a value, and the forms in which it is given to people and programs. */
@NullMarked
package wuchang.reports.document;

import org.jspecify.annotations.NullMarked;
