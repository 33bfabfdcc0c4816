/** Tests of the journal, and what they need: made-up batches and a child that is killed. */
@NullMarked
package wuchang.journal;

import org.jspecify.annotations.NullMarked;
