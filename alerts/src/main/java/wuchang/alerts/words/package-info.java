/** Sentences for people, made last, from typed evidence and the rules' templates. */
@NullMarked
package wuchang.alerts.words;

import org.jspecify.annotations.NullMarked;
