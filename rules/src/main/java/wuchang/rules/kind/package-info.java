/** The kinds of rules: small pure records, each with one idea of what is wrong. */
@NullMarked
package wuchang.rules.kind;

import org.jspecify.annotations.NullMarked;
