/**
 * The words every stage shares: ids, units, severities and languages. Needs nothing but the JDK.
 */
@NullMarked
package wuchang.domain;

import org.jspecify.annotations.NullMarked;
