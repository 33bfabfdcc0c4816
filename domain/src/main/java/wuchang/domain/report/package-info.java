/** The documents that a canteen keeps: which there are, what they are made from, and those kept. */
@NullMarked
package wuchang.domain.report;

import org.jspecify.annotations.NullMarked;
