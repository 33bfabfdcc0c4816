/** The laboratory, pure: the past judged under other rules, compared, and marked. */
@NullMarked
package wuchang.rules.lab;

import org.jspecify.annotations.NullMarked;
