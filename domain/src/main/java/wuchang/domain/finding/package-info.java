/** What the rules conclude: episodes, the evidence for them, and the card a rule is known by. */
@NullMarked
package wuchang.domain.finding;

import org.jspecify.annotations.NullMarked;
