/** The rules as data: what the five YAML files say, and what of it is in force at a site. */
@NullMarked
package wuchang.rules.catalogue;

import org.jspecify.annotations.NullMarked;
