/** Reads scenarios: YAML that holds a site's own sections beside what is to happen there. */
@NullMarked
package wuchang.app.scenario;

import org.jspecify.annotations.NullMarked;
