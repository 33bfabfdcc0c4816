/**
 * The dashboards of {@code grafana}: made from their short form, and every query of theirs tried.
 */
@NullMarked
package wuchang.app.grafana;

import org.jspecify.annotations.NullMarked;
